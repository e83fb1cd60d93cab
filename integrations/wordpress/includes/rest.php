<?php
/**
 * What the editor and readers' browsers ask of the server: a post's frozen report, and its content as readers get it.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

add_action( 'rest_api_init', __NAMESPACE__ . '\register_routes' );

/** The routes, each with who may ask. */
function register_routes() {
	$post = '/posts/(?P<id>\d+)/';
	register_rest_route(
		'onrecord/v1',
		$post . 'report',
		array(
			route( 'GET', 'answer_report', 'may_read_report' ),
			route( 'PUT', 'take_report', 'may_review_asked' ),
			route( 'DELETE', 'drop_report', 'may_review_asked' ),
		)
	);
	register_rest_route( 'onrecord/v1', $post . 'rendered', route( 'POST', 'answer_rendered', 'may_edit_asked' ) );
}

/**
 * One route.
 *
 * @param string $methods    HTTP.
 * @param string $callback   Answers.
 * @param string $permission Judges.
 */
function route( string $methods, string $callback, string $permission ): array {
	return array(
		'methods'             => $methods,
		'callback'            => __NAMESPACE__ . '\\' . $callback,
		'permission_callback' => __NAMESPACE__ . '\\' . $permission,
	);
}

/**
 * Readers may have the report of what they may read.
 *
 * @param \WP_REST_Request $request Names a post.
 */
function may_read_report( \WP_REST_Request $request ): bool {
	$post = get_post( (int) $request['id'] );
	if ( ! $post ) {
		return false;
	}
	return current_user_can( 'edit_post', $post->ID ) || ( is_post_publicly_viewable( $post ) && '' === $post->post_password );
}

/**
 * Who may edit a post may see how it will look.
 *
 * @param \WP_REST_Request $request Names a post.
 */
function may_edit_asked( \WP_REST_Request $request ): bool {
	return current_user_can( 'edit_post', (int) $request['id'] );
}

/**
 * Freezing and thawing want the capability to review.
 *
 * @param \WP_REST_Request $request Names a post.
 */
function may_review_asked( \WP_REST_Request $request ): bool {
	return may_review( (int) $request['id'] );
}

/**
 * The frozen report, if there is one and it is one; once the post has changed, for those only who may edit it.
 *
 * @param \WP_REST_Request $request Names a post.
 */
function answer_report( \WP_REST_Request $request ) {
	$id     = (int) $request['id'];
	$report = is_current( $id ) || current_user_can( 'edit_post', $id ) ? frozen_report( $id ) : null;
	if ( ! $report ) {
		return new \WP_Error( 'onrecord_none', __( 'This post has no reviewed report.', 'onrecord' ), array( 'status' => 404 ) );
	}
	$response = new \WP_REST_Response( $report );
	$response->header( 'Cache-Control', 'no-cache' );
	return $response;
}

/**
 * Freezes a report.
 *
 * @param \WP_REST_Request $request Has the report as JSON, and the content that it is about.
 */
function take_report( \WP_REST_Request $request ) {
	$report = read_report( $request['report'] );
	if ( ! $report || ! is_string( $request['content'] ) ) {
		return new \WP_Error( 'onrecord_invalid', __( 'This is no report that OnRecord saved.', 'onrecord' ), array( 'status' => 400 ) );
	}
	freeze( (int) $request['id'], $report, as_stored( $request['content'] ) );
	return review( (int) $request['id'] );
}

/**
 * Takes a report away.
 *
 * @param \WP_REST_Request $request Names a post.
 */
function drop_report( \WP_REST_Request $request ) {
	thaw( (int) $request['id'] );
	return array( 'dropped' => true );
}

/**
 * What readers would get of a content, saved or not: the text of the review is taken from it, so that it is theirs.
 *
 * @param \WP_REST_Request $request Names a post, and has a content.
 */
function answer_rendered( \WP_REST_Request $request ) {
	$post = get_post( (int) $request['id'] );
	if ( ! $post || ! is_string( $request['content'] ) ) {
		return new \WP_Error( 'onrecord_invalid', __( 'There is nothing to render.', 'onrecord' ), array( 'status' => 400 ) );
	}
	$post               = clone $post;
	$post->post_content = as_stored( $request['content'] );
	$GLOBALS['post']    = $post; // phpcs:ignore WordPress.WP.GlobalVariablesOverride
	setup_postdata( $post );
	$html = apply_filters( 'the_content', $post->post_content );
	wp_reset_postdata();
	return array( 'html' => $html );
}

/**
 * A content as WordPress would store it for the present user.
 *
 * @param string $content From the editor.
 */
function as_stored( string $content ): string {
	return wp_unslash( sanitize_post_field( 'post_content', wp_slash( $content ), 0, 'db' ) );
}
