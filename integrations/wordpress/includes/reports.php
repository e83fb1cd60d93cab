<?php
/**
 * Frozen reports: kept with their post, read back only if they are reports.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

const REPORT_META = '_onrecord_report';
const REVIEW_META = '_onrecord_review';

/** In bytes of JSON; an article of 100,000 words stays below. */
const LARGEST_REPORT = 16000000;

/** "e1", "c12": what things in a report are called. */
const ID = '/^[a-z][1-9][0-9]{0,6}$/';

/**
 * Reads a saved report: everything that its schema says, spans inside the text, and the text's own digest.
 *
 * @param mixed $json As the reading view saves it.
 * @return array|null The report with its text, or nothing if it is none.
 */
function read_report( $json ) {
	if ( ! is_string( $json ) || strlen( $json ) > LARGEST_REPORT ) {
		return null;
	}
	$saved = json_decode( $json, true, 32 );
	if ( ! is_array( $saved ) || ! isset( $saved['text'] ) || ! is_string( $saved['text'] ) ) {
		return null;
	}
	$text = $saved['text'];
	unset( $saved['text'] );
	$schema = report_schema();
	if ( ! fits( $saved, $schema, $schema['$defs'] ) || ! is_about( $saved, $text ) ) {
		return null;
	}
	$saved['digest'] = hash( 'sha256', $text );
	$saved['text']   = $text;
	return $saved;
}

/**
 * Whether a report can be about a text.
 *
 * @param array  $report Fits the schema.
 * @param string $text   The text.
 */
function is_about( array $report, string $text ): bool {
	$length = utf16_length( $text );
	$digest = $report['digest'] ?? null;
	return $length === $report['length']
		&& ( null === $digest || hash( 'sha256', $text ) === $digest )
		&& spans_inside( $report, $length );
}

/**
 * The length in UTF-16 code units: characters, and one more for each beyond the first plane.
 *
 * @param string $text UTF-8.
 */
function utf16_length( string $text ): int {
	return strlen( preg_replace( '/[\x80-\xBF]/', '', $text ) ) + strlen( preg_replace( '/[^\xF0-\xF7]/', '', $text ) );
}

/**
 * Whether all spans lie inside a text, and all ids are ids.
 *
 * @param array $part   Of a report.
 * @param int   $length Of the text.
 */
function spans_inside( array $part, int $length ): bool {
	if ( isset( $part['start'], $part['end'] ) ) {
		$inside = is_int( $part['start'] ) && is_int( $part['end'] ) && 0 <= $part['start'] && $part['start'] <= $part['end'] && $part['end'] <= $length;
		if ( ! $inside ) {
			return false;
		}
	}
	if ( isset( $part['id'] ) && ! preg_match( ID, $part['id'] ) ) {
		return false;
	}
	foreach ( $part as $inner ) {
		if ( is_array( $inner ) && ! spans_inside( $inner, $length ) ) {
			return false;
		}
	}
	return true;
}

/**
 * The frozen report of a post.
 *
 * @param int $post_id The post.
 * @return array|null
 */
function frozen_report( int $post_id ) {
	return read_report( get_post_meta( $post_id, REPORT_META, true ) );
}

/**
 * Whether there is one, without reading it.
 *
 * @param int $post_id The post.
 */
function is_reviewed( int $post_id ): bool {
	return metadata_exists( 'post', $post_id, REPORT_META );
}

/**
 * Keeps a report for the readers of a post.
 *
 * @param int    $post_id The post.
 * @param array  $report  As `read_report` answers it.
 * @param string $content What the post's content was then, as it is stored.
 */
function freeze( int $post_id, array $report, string $content ) {
	$json = wp_json_encode( $report, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
	update_post_meta( $post_id, REPORT_META, wp_slash( $json ) );
	$review = array(
		'by' => get_current_user_id(),
		'at' => time(),
	);
	update_post_meta( $post_id, REVIEW_META, $review + digests( $content ) );
}

/**
 * What a content is known by: itself, and the patterns that it shares with other posts.
 *
 * @param string $content As it is stored.
 * @return string[]
 */
function digests( string $content ): array {
	return array(
		'content'  => hash( 'sha256', $content ),
		'patterns' => hash( 'sha256', shared_patterns( $content ) ),
	);
}

/**
 * The contents of the patterns that a content names, and of those that these name: they change apart from the post.
 *
 * @param string $content As it is stored.
 * @param int[]  $known   Patterns that were met on the way here.
 */
function shared_patterns( string $content, array $known = array() ): string {
	preg_match_all( '/<!--\s+wp:block\s+\{[^{}]*"ref":\s*(\d+)/', $content, $found );
	$all = '';
	foreach ( array_diff( array_map( 'intval', $found[1] ), $known ) as $id ) {
		$known[] = $id;
		$pattern = (string) get_post_field( 'post_content', $id, 'raw' );
		$all    .= "\n$id\n" . $pattern . shared_patterns( $pattern, $known );
	}
	return $all;
}

/**
 * Takes the report away: readers see none.
 *
 * @param int $post_id The post.
 */
function thaw( int $post_id ) {
	delete_post_meta( $post_id, REPORT_META );
	delete_post_meta( $post_id, REVIEW_META );
}

/**
 * Whether the frozen report is about the post as it is now: only then it is for readers, since what an editor took out of
 * an article would stand in its report for ever.
 *
 * @param int $post_id The post.
 */
function is_current( int $post_id ): bool {
	$review = get_post_meta( $post_id, REVIEW_META, true );
	if ( ! is_array( $review ) || ! is_reviewed( $post_id ) ) {
		return false;
	}
	$now = digests( (string) get_post_field( 'post_content', $post_id, 'raw' ) );
	return array_intersect_key( $review, $now ) === $now;
}

/**
 * Who reviewed a post, when, and whether its content is another one since.
 *
 * @param int $post_id The post.
 * @return array|null
 */
function review( int $post_id ) {
	$review = get_post_meta( $post_id, REVIEW_META, true );
	if ( ! is_array( $review ) || ! is_reviewed( $post_id ) ) {
		return null;
	}
	$user = get_userdata( (int) ( $review['by'] ?? 0 ) );
	return array(
		'by'      => $user ? $user->display_name : '',
		'on'      => wp_date( get_option( 'date_format' ), (int) ( $review['at'] ?? 0 ) ),
		'content' => (string) ( $review['content'] ?? '' ),
		'changed' => ! is_current( $post_id ),
	);
}
