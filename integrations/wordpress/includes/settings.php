<?php
/**
 * What the site's owner chose. Whatever the database holds, only what is possible comes out.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

const OPTION = 'onrecord_settings';

/** Settings that are one of a few words. The first is the default. */
const CHOICES = array(
	'position'   => array( 'bottom', 'top' ),
	'unreviewed' => array( 'hide', 'analyse' ),
	'mode'       => array( 'button', 'panel', 'inline' ),
	'theme'      => array( 'auto', 'light', 'dark' ),
);

/** The longest name of an outlet, in characters. */
const LONGEST_NAME = 200;

add_action( 'update_option_' . OPTION, __NAMESPACE__ . '\settings_changed', 10, 2 );

/** What a new site has. */
function defaults(): array {
	return array(
		'everywhere' => false,
		'post_types' => array( 'post' ),
		'position'   => 'bottom',
		'unreviewed' => 'hide',
		'mode'       => 'button',
		'theme'      => 'auto',
		'kinds'      => array( 'claim', 'source' ),
		'outlet'     => '',
		'reviewers'  => array( 'administrator', 'editor' ),
	);
}

/** The settings in force. */
function settings(): array {
	return clean_settings( get_option( OPTION, array() ) );
}

/**
 * Takes from anything what is a setting.
 *
 * @param mixed $given From a form or from the database.
 */
function clean_settings( $given ): array {
	$given = is_array( $given ) ? array_merge( defaults(), $given ) : defaults();
	$clean = array(
		'everywhere' => ! empty( $given['everywhere'] ),
		'post_types' => chosen( $given['post_types'], possible_post_types() ),
		'kinds'      => chosen( $given['kinds'], LISTS['kinds'] ),
		'outlet'     => clean_name( $given['outlet'] ),
		'reviewers'  => chosen( $given['reviewers'], array_keys( wp_roles()->roles ) ),
	);
	foreach ( CHOICES as $name => $words ) {
		$clean[ $name ] = in_array( $given[ $name ], $words, true ) ? $given[ $name ] : $words[0];
	}
	return $clean;
}

/**
 * Of these words those that are possible, in their usual order.
 *
 * @param mixed    $given    A list, or words with spaces or commas between.
 * @param string[] $possible What is possible.
 * @return string[]
 */
function chosen( $given, array $possible ): array {
	$words = is_string( $given ) ? preg_split( '/[\s,]+/', $given ) : $given;
	$words = is_array( $words ) ? array_filter( $words, 'is_string' ) : array();
	return array_values( array_intersect( $possible, $words ) );
}

/**
 * One line of plain text.
 *
 * @param mixed $given Anything.
 */
function clean_name( $given ): string {
	return is_string( $given ) ? mb_substr( sanitize_text_field( $given ), 0, LONGEST_NAME, 'UTF-8' ) : '';
}

/** Post types that readers see. @return string[] */
function possible_post_types(): array {
	return array_values( array_diff( get_post_types( array( 'public' => true ) ), array( 'attachment' ) ) );
}

/** Who publishes: what "told us" means. */
function outlet(): string {
	$own = settings()['outlet'];
	return '' !== $own ? $own : wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES );
}

/**
 * The capability follows the setting.
 *
 * @param mixed $before The option before.
 * @param mixed $now    The option now.
 */
function settings_changed( $before, $now ) {
	give_capability( clean_settings( $now )['reviewers'] );
}
