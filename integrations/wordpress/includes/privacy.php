<?php
/**
 * What the site's owner can put into the privacy policy.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', __NAMESPACE__ . '\suggest_policy' );

/** One paragraph, and what is true of it. */
function suggest_policy() {
	$text = __( '"Who says what?" is worked out by OnRecord on the device of whoever reads or edits, or was reviewed by our editors beforehand. The text of the article is not sent anywhere for it; no cookie is set, and nothing is stored on your device.', 'onrecord' );
	wp_add_privacy_policy_content( 'OnRecord', '<p>' . esc_html( $text ) . '</p>' );
}
