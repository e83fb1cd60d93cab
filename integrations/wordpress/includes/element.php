<?php
/**
 * The element that readers see. Every way to ask for one (block, shortcode, marker, every post) ends here.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

/** What may be asked for: one word of these … */
const WORDS = array(
	'mode'    => array( 'button', 'panel', 'inline' ),
	'theme'   => array( 'light', 'dark' ),
	'loading' => array( 'interaction', 'lazy', 'eager' ),
);

/** … or several of these. Where scripts and reports come from cannot be asked for: that would let anybody run anything. */
const LISTS = array(
	'kinds'  => array( 'claim', 'source', 'person', 'organization', 'place', 'group', 'other', 'number', 'time' ),
	'views'  => array( 'claims', 'entities', 'figures', 'unattributed' ),
	'export' => array( 'json', 'html', 'markdown', 'w3c', 'claims', 'entities', 'quantities', 'times' ),
);

/** The theme's box around the article; without one, what is right around the element. */
const ARTICLE = 'closest .entry-content, .wp-block-post-content';

/**
 * Of what was asked for, what is possible.
 *
 * @param array $asked Attributes, from anybody.
 * @return string[]
 */
function clean_attributes( array $asked ): array {
	$clean = array();
	foreach ( WORDS as $name => $words ) {
		if ( isset( $asked[ $name ] ) && in_array( $asked[ $name ], $words, true ) ) {
			$clean[ $name ] = $asked[ $name ];
		}
	}
	foreach ( LISTS as $name => $words ) {
		$list = chosen( $asked[ $name ] ?? '', $words );
		if ( $list ) {
			$clean[ $name ] = implode( ' ', $list );
		}
	}
	return $clean;
}

/**
 * The element for a post; nothing where readers are to see none.
 *
 * @param array    $asked Attributes, from anybody.
 * @param \WP_Post $post  The post.
 */
function element( array $asked, \WP_Post $post ): string {
	$settings = settings();
	$reviewed = is_current( $post->ID );
	if ( is_feed() || ( ! $reviewed && 'hide' === $settings['unreviewed'] ) ) {
		return '';
	}
	wp_enqueue_script( SCRIPT );
	$usual      = array(
		'mode'  => $settings['mode'],
		'theme' => $settings['theme'],
		'kinds' => $settings['kinds'],
	);
	$attributes = array(
		'for'       => ARTICLE,
		'base'      => assets_url(),
		'published' => get_the_date( 'Y-m-d', $post ),
		'outlet'    => outlet(),
	) + clean_attributes( array_filter( $asked ) + $usual );
	if ( $reviewed ) {
		$attributes['report'] = rest_url( 'onrecord/v1/posts/' . $post->ID . '/report' );
	}
	return '<on-record' . written( $attributes ) . '></on-record>';
}

/**
 * Attributes as HTML.
 *
 * @param string[] $attributes By name.
 */
function written( array $attributes ): string {
	$html = '';
	foreach ( $attributes as $name => $value ) {
		$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return $html;
}
