import { refused } from '../errors';
import { equal } from '../values/compare';
import { type Document, fieldOf, isDocument, Regex, typeName, type Value } from '../values/types';
import { finds, toRegExp } from './regex';

type Check = (value: Value) => boolean;

type MakeCheck = (argument: Value, schema: Document) => Check;

/** Compiles `$jsonSchema`. @throws ServiceError naming a keyword that is not served */
export function compileSchema(schema: Value): Check {
  const { ...keywords } = asSchema(schema);
  const checks = Object.entries(keywords).map(([keyword, argument]) => {
    const make = Object.hasOwn(makers, keyword) ? makers[keyword] : undefined;
    if (!make) throw refused(`$jsonSchema keyword '${keyword}' is not currently supported`);
    return make(argument, keywords);
  });
  return (value) => checks.every((check) => check(value));
}

function asSchema(schema: Value): Document {
  if (!isDocument(schema)) throw refused('$jsonSchema must be an object');
  return schema;
}

const aliases: Record<string, string[]> = {
  number: ['int', 'long', 'double', 'decimal'],
  integer: ['int', 'long'],
  boolean: ['bool'],
};

function typeCheck(argument: Value): Check {
  const names = (Array.isArray(argument) ? argument : [argument]).flatMap((name) => {
    if (typeof name !== 'string') throw refused('$jsonSchema type must be a string');
    return aliases[name] ?? [name];
  });
  return (value) => names.includes(typeName(value));
}

function number(argument: Value): number {
  if (typeof argument !== 'number') throw refused('$jsonSchema bounds must be numbers');
  return argument;
}

function ofNumber(test: (value: number, bound: number) => boolean): MakeCheck {
  return (argument) => {
    const bound = number(argument);
    return (value) => typeof value !== 'number' || test(value, bound);
  };
}

function ofText(test: (length: number, bound: number) => boolean): MakeCheck {
  return (argument) => {
    const bound = number(argument);
    return (value) => typeof value !== 'string' || test([...value].length, bound);
  };
}

function ofArray(test: (length: number, bound: number) => boolean): MakeCheck {
  return (argument) => {
    const bound = number(argument);
    return (value) => !Array.isArray(value) || test(value.length, bound);
  };
}

function ofFields(test: (count: number, bound: number) => boolean): MakeCheck {
  return (argument) => {
    const bound = number(argument);
    return (value) => !isDocument(value) || test(Object.keys(value).length, bound);
  };
}

function list(argument: Value): Value[] {
  if (!Array.isArray(argument)) throw refused('$jsonSchema keyword needs an array');
  return argument;
}

function compileMap(argument: Value | undefined): Map<string, Check> {
  if (argument === undefined) return new Map();
  return new Map(
    Object.entries(asSchema(argument)).map(([name, schema]) => [name, compileSchema(schema)]),
  );
}

function additional(argument: Value, schema: Document): Check {
  const check = typeof argument === 'boolean' ? () => argument : compileSchema(argument);
  const named = new Set(Object.keys(isDocument(schema.properties) ? schema.properties : {}));
  const patterns = Object.keys(
    isDocument(schema.patternProperties) ? schema.patternProperties : {},
  );
  return (value) =>
    !isDocument(value) ||
    Object.entries(value).every(
      ([name, field]) =>
        named.has(name) ||
        patterns.some((pattern) => finds(new Regex(pattern, ''), name)) ||
        check(field),
    );
}

const describing: MakeCheck = () => () => true;

const makers: Record<string, MakeCheck> = {
  title: describing,
  description: describing,
  type: typeCheck,
  bsonType: typeCheck,
  enum: (argument) => {
    const values = list(argument);
    return (value) => values.some((one) => equal(one, value));
  },
  required: (argument) => {
    const names = list(argument).map(String);
    return (value) =>
      !isDocument(value) || names.every((name) => fieldOf(value, name) !== undefined);
  },
  properties: (argument) => {
    const checks = compileMap(argument);
    return (value) =>
      !isDocument(value) ||
      [...checks].every(([name, check]) => {
        const field = fieldOf(value, name);
        return field === undefined || check(field);
      });
  },
  patternProperties: (argument) => {
    const checks = compileMap(argument);
    for (const pattern of checks.keys()) toRegExp(new Regex(pattern, ''));
    return (value) =>
      !isDocument(value) ||
      Object.entries(value).every(([name, field]) =>
        [...checks].every(
          ([pattern, check]) => !finds(new Regex(pattern, ''), name) || check(field),
        ),
      );
  },
  additionalProperties: additional,
  minProperties: ofFields((count, bound) => count >= bound),
  maxProperties: ofFields((count, bound) => count <= bound),
  minimum: (argument, { exclusiveMinimum }) =>
    ofNumber((value, bound) => (exclusiveMinimum === true ? value > bound : value >= bound))(
      argument,
      {},
    ),
  maximum: (argument, { exclusiveMaximum }) =>
    ofNumber((value, bound) => (exclusiveMaximum === true ? value < bound : value <= bound))(
      argument,
      {},
    ),
  exclusiveMinimum: describing,
  exclusiveMaximum: describing,
  multipleOf: ofNumber((value, bound) => value % bound === 0),
  minLength: ofText((length, bound) => length >= bound),
  maxLength: ofText((length, bound) => length <= bound),
  pattern: (argument) => {
    if (typeof argument !== 'string') throw refused('$jsonSchema pattern must be a string');
    const regex = new Regex(argument, '');
    toRegExp(regex);
    return (value) => typeof value !== 'string' || finds(regex, value);
  },
  items: (argument) => {
    if (Array.isArray(argument)) {
      const checks = argument.map(compileSchema);
      return (value) =>
        !Array.isArray(value) || value.every((item, index) => checks[index]?.(item) ?? true);
    }
    const check = compileSchema(argument);
    return (value) => !Array.isArray(value) || value.every(check);
  },
  minItems: ofArray((length, bound) => length >= bound),
  maxItems: ofArray((length, bound) => length <= bound),
  uniqueItems: (argument) => (value) =>
    argument !== true ||
    !Array.isArray(value) ||
    value.every((item, index) => !value.slice(0, index).some((earlier) => equal(earlier, item))),
  allOf: (argument) => {
    const checks = list(argument).map(compileSchema);
    return (value) => checks.every((check) => check(value));
  },
  anyOf: (argument) => {
    const checks = list(argument).map(compileSchema);
    return (value) => checks.some((check) => check(value));
  },
  oneOf: (argument) => {
    const checks = list(argument).map(compileSchema);
    return (value) => checks.filter((check) => check(value)).length === 1;
  },
  not: (argument) => {
    const check = compileSchema(argument);
    return (value) => !check(value);
  },
};
