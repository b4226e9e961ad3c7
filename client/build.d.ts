/** Constants that the build fills in (config/index.ts). */

/** Address of a local gateway, '' for the one that served the page; null: WeChat's cloud alone. */
declare const GATEWAY: string | null;

/** CloudBase environment; '' lets WeChat choose the default one. */
declare const CLOUD_ENVIRONMENT: string;

declare const PRODUCT_VERSION: string;
