<?php
/**
 * Where an element stands in a post: a block, a shortcode, a marker that every role may write, or every post.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

/** An empty `<div data-onrecord>`: KSES leaves it to authors and contributors, whose custom elements it takes. */
const MARKER = '#<div\b((?:\s[^<>]*)?\sdata-onrecord(?:[\s=][^<>]*)?)>\s*</div>#i';

add_action( 'init', __NAMESPACE__ . '\register_block' );
add_shortcode( 'onrecord', __NAMESPACE__ . '\shortcode' );
add_filter( 'the_content', __NAMESPACE__ . '\fill_markers', 12 );
add_filter( 'the_content', __NAMESPACE__ . '\add_everywhere', 20 );

/** Registers the block, which the server draws. */
function register_block() {
	register_block_type( FOLDER . '/block', array( 'render_callback' => __NAMESPACE__ . '\block' ) );
}

/**
 * The block of a post.
 *
 * @param array     $attributes Of the block.
 * @param string    $content    Unused: the block has none.
 * @param \WP_Block $block      Knows in which post it is.
 */
function block( $attributes, $content, $block ): string {
	$post = get_post( $block->context['postId'] ?? null );
	return $post ? element( $attributes, $post ) : '';
}

/**
 * [onrecord mode="panel"]
 *
 * @param array|string $attributes As written.
 */
function shortcode( $attributes ): string {
	$post = get_post();
	return $post ? element( is_array( $attributes ) ? $attributes : array(), $post ) : '';
}

/**
 * Puts elements where markers are, and sees to the script where an element was written by hand.
 *
 * @param string $content HTML of a post.
 */
function fill_markers( string $content ): string {
	$post = get_post();
	if ( $post && false !== stripos( $content, 'data-onrecord' ) ) {
		$content = preg_replace_callback( MARKER, __NAMESPACE__ . '\fill_marker', $content ) ?? $content;
	}
	if ( false !== stripos( $content, '<on-record' ) ) {
		wp_enqueue_script( SCRIPT );
	}
	return $content;
}

/**
 * One marker: its data attributes are what a shortcode's are.
 *
 * @param string[] $found The whole, and its attributes.
 */
function fill_marker( array $found ): string {
	$asked = array();
	foreach ( wp_kses_hair( $found[1], wp_allowed_protocols() ) as $name => $attribute ) {
		if ( 0 === strpos( $name, 'data-' ) ) {
			$asked[ substr( $name, 5 ) ] = wp_specialchars_decode( $attribute['value'], ENT_QUOTES );
		}
	}
	return element( $asked, get_post() );
}

/**
 * Adds the element to posts that have none.
 *
 * @param string $content HTML of a post.
 */
function add_everywhere( string $content ): string {
	$settings = settings();
	$wanted   = $settings['everywhere'] && is_singular( $settings['post_types'] ) && in_the_loop() && is_main_query();
	if ( ! $wanted || ! $settings['post_types'] || false !== stripos( $content, '<on-record' ) ) {
		return $content;
	}
	$element = element( array(), get_post() );
	return 'top' === $settings['position'] ? $element . $content : $content . $element;
}
