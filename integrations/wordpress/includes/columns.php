<?php
/**
 * In the list of posts: which were reviewed, and which were changed since.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', __NAMESPACE__ . '\add_columns' );

/** A column for each kind of post that readers see. */
function add_columns() {
	foreach ( possible_post_types() as $type ) {
		add_filter( "manage_{$type}_posts_columns", __NAMESPACE__ . '\name_column' );
		add_action( "manage_{$type}_posts_custom_column", __NAMESPACE__ . '\fill_column', 10, 2 );
	}
}

/**
 * Names the column.
 *
 * @param string[] $columns By name.
 */
function name_column( array $columns ): array {
	return $columns + array( 'onrecord' => __( 'Sources', 'onrecord' ) );
}

/**
 * One cell.
 *
 * @param string $column  Its name.
 * @param int    $post_id The post.
 */
function fill_column( string $column, int $post_id ) {
	if ( 'onrecord' !== $column ) {
		return;
	}
	$review = review( $post_id );
	if ( ! $review ) {
		echo '—';
	} elseif ( $review['changed'] ) {
		esc_html_e( 'Changed since the review', 'onrecord' );
	} else {
		esc_html_e( 'Reviewed', 'onrecord' );
	}
}
