<?php
/**
 * Holds data to a JSON schema: as much of the standard as report.schema.json uses.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

/** The schema of a report, which the build puts beside the analyser. */
function report_schema(): array {
	static $schema;
	if ( null === $schema ) {
		$file   = FOLDER . '/assets/' . VERSION . '/report.schema.json';
		$schema = json_decode( (string) file_get_contents( $file ), true ); // phpcs:ignore WordPress.WP.AlternativeFunctions
	}
	return $schema;
}

/**
 * Whether a value is what a schema says.
 *
 * @param mixed $value  Decoded JSON, objects as arrays.
 * @param array $schema A part of the schema.
 * @param array $defs   The schema's definitions.
 */
function fits( $value, array $schema, array $defs ): bool {
	if ( isset( $schema['$ref'] ) ) {
		return fits( $value, $defs[ basename( $schema['$ref'] ) ], $defs );
	}
	if ( isset( $schema['anyOf'] ) ) {
		foreach ( $schema['anyOf'] as $one ) {
			if ( fits( $value, $one, $defs ) ) {
				return true;
			}
		}
		return false;
	}
	if ( isset( $schema['enum'] ) ) {
		return in_array( $value, $schema['enum'], true );
	}
	if ( array_key_exists( 'const', $schema ) ) {
		return $value === $schema['const'];
	}
	return fits_type( $value, $schema, $defs );
}

/**
 * Whether a value is of the type that a schema names.
 *
 * @param mixed $value  Decoded JSON.
 * @param array $schema A part of the schema.
 * @param array $defs   The schema's definitions.
 */
function fits_type( $value, array $schema, array $defs ): bool {
	switch ( $schema['type'] ) {
		case 'string':
			return is_string( $value );
		case 'number':
			// JSON's 1e999 is infinite here, and could not be written again.
			return is_int( $value ) || ( is_float( $value ) && is_finite( $value ) );
		case 'boolean':
			return is_bool( $value );
		case 'array':
			return is_array( $value ) && array_values( $value ) === $value && all_fit( $value, $schema['items'], $defs );
		default:
			return is_array( $value ) && fits_object( $value, $schema, $defs );
	}
}

/**
 * Whether every item of a list fits.
 *
 * @param array $values The list.
 * @param array $schema Of one item.
 * @param array $defs   The schema's definitions.
 */
function all_fit( array $values, array $schema, array $defs ): bool {
	foreach ( $values as $value ) {
		if ( ! fits( $value, $schema, $defs ) ) {
			return false;
		}
	}
	return true;
}

/**
 * Whether an object has what it must, and nothing else.
 *
 * @param array $value  The object.
 * @param array $schema Of the object.
 * @param array $defs   The schema's definitions.
 */
function fits_object( array $value, array $schema, array $defs ): bool {
	if ( array_diff( $schema['required'], array_keys( $value ) ) ) {
		return false;
	}
	foreach ( $value as $name => $part ) {
		if ( ! isset( $schema['properties'][ $name ] ) || ! fits( $part, $schema['properties'][ $name ], $defs ) ) {
			return false;
		}
	}
	return true;
}
