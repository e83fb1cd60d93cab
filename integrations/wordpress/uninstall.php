<?php
/**
 * Removes all that the plugin stored, on every site of a network: the settings, the capability, every frozen report.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/includes/roles.php';

/** On one site. */
function remove_everything() {
	delete_option( 'onrecord_settings' );
	delete_post_meta_by_key( '_onrecord_report' );
	delete_post_meta_by_key( '_onrecord_review' );
	give_capability( array() );
	remove_suggestion();
}

/** What WordPress keeps with the privacy policy of the paragraph that we suggested for it. */
function remove_suggestion() {
	$page = (int) get_option( 'wp_page_for_privacy_policy' );
	$key  = '_wp_suggested_privacy_policy_content';
	foreach ( (array) get_post_meta( $page, $key ) as $suggestion ) {
		if ( is_array( $suggestion ) && 'OnRecord' === ( $suggestion['plugin_name'] ?? '' ) ) {
			delete_post_meta( $page, $key, $suggestion );
		}
	}
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $onrecord_site ) {
		switch_to_blog( $onrecord_site );
		remove_everything();
		restore_current_blog();
	}
} else {
	remove_everything();
}
