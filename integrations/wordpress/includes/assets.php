<?php
/**
 * The scripts and where they lie. The folder has the version in its name, so that browsers may keep what is in it.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

const SCRIPT = 'onrecord';

add_action( 'init', __NAMESPACE__ . '\register_scripts' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\late_and_untouched', 10, 2 );

/** Where the analyser's files are, with a slash at the end. */
function assets_url(): string {
	return plugins_url( 'assets/' . VERSION . '/', FILE );
}

/** The small script that readers load; all else is loaded when somebody clicks. */
function register_scripts() {
	wp_register_script( SCRIPT, assets_url() . 'onrecord.js', array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters
}

/**
 * Our script never holds up a page, and optimisers need not touch it.
 *
 * @param string $tag    The element.
 * @param string $handle Of the script.
 */
function late_and_untouched( string $tag, string $handle ): string {
	return SCRIPT === $handle && ! is_admin() ? str_replace( ' src=', ' defer data-cfasync="false" src=', $tag ) : $tag;
}
