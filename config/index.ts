import { defineConfig } from '@tarojs/cli';
import { version } from '../package.json';

/**
 * Where the build's client finds the functions. `TARO_APP_GATEWAY=http://127.0.0.1:PORT` points a
 * WeChat build at a local gateway; without it that build knows the cloud alone. The H5 preview asks
 * the address that served it.
 */
function gatewayOf(platform: string | undefined): string | null {
  return process.env.TARO_APP_GATEWAY ?? (platform === 'h5' ? '' : null);
}

/** The preview is opened on the machine that built it: there a fast build is worth more than a small one. */
const previewMinimizer = {
  jsMinimizer: 'esbuild',
  esbuild: { minify: { enable: true, config: { target: 'es2018', charset: 'utf8' } } },
} as const;

/** Pixels of a rem in a window of 430 points. */
const widestRoot = 23;

export default defineConfig(() => {
  const platform = process.env.TARO_ENV;
  return {
    projectName: 'zhengwei-index',
    date: '2026-11-24',
    designWidth: 750,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'client',
    outputRoot: `dist/${platform}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    plugins: [],
    ...(platform === 'h5' ? previewMinimizer : {}),
    defineConstants: {
      GATEWAY: JSON.stringify(gatewayOf(platform)),
      PRODUCT_VERSION: JSON.stringify(version),
      CLOUD_ENVIRONMENT: JSON.stringify(process.env.TARO_APP_CLOUD_ENVIRONMENT ?? ''),
    },
    mini: {
      // Styles are classes of one component each, so that their order says nothing.
      miniCssExtractPluginOption: { ignoreOrder: true },
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    },
    h5: {
      miniCssExtractPluginOption: { ignoreOrder: true },
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      postcss: {
        autoprefixer: { enable: true },
        cssModules: { enable: false },
        // A length grows with the window up to a large phone's; a wide window has room for more instead.
        pxtransform: { enable: true, config: { maxRootSize: widestRoot } },
      },
    },
  };
});
