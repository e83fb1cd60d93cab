<?php
/**
 * The panel, the review and the block in the editor: scripts as they were written, against the globals of WordPress.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

/** The editor's scripts, each with what it needs. The first of each pair is both the handle's ending and the file. */
const EDITOR_SCRIPTS = array(
	'draft'  => array( 'wp-data', 'wp-api-fetch', 'wp-i18n' ),
	'review' => array( 'onrecord-draft', 'wp-dom-ready' ),
	'panel'  => array( 'onrecord-review', 'wp-plugins', 'wp-edit-post', 'wp-components', 'wp-element' ),
	'block'  => array( 'onrecord-draft', 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
);

add_action( 'init', __NAMESPACE__ . '\register_editor', 9 );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\open_editor' );

/** Registers scripts, styles and their translations. */
function register_editor() {
	foreach ( EDITOR_SCRIPTS as $name => $needs ) {
		wp_register_script( 'onrecord-' . $name, plugins_url( "editor/$name.js", FILE ), $needs, VERSION, true );
		wp_set_script_translations( 'onrecord-' . $name, 'onrecord', FOLDER . '/languages' );
	}
	wp_register_style( 'onrecord-editor', plugins_url( 'editor/editor.css', FILE ), array(), VERSION );
}

/** In the editor of a post: the panel, and what the scripts must know. */
function open_editor() {
	$post = get_post();
	if ( ! $post || ! in_array( $post->post_type, possible_post_types(), true ) ) {
		return;
	}
	wp_enqueue_script( SCRIPT );
	wp_enqueue_script( 'onrecord-panel' );
	wp_enqueue_style( 'onrecord-editor' );
	$known = array(
		'assets'     => assets_url(),
		'post'       => $post->ID,
		'published'  => get_the_date( 'Y-m-d', $post ),
		'outlet'     => outlet(),
		'mayReview'  => may_review( $post->ID ),
		'unreviewed' => settings()['unreviewed'],
		'review'     => review( $post->ID ),
	);
	wp_add_inline_script( 'onrecord-draft', 'window.onRecordEditor = ' . wp_json_encode( $known, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
}
