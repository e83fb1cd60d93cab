<?php
/**
 * Who may review: one capability of our own, held by the roles that the settings name.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

const REVIEW = 'onrecord_review';

/**
 * Gives the capability to these roles, and takes it from all others.
 *
 * @param string[] $roles Names of roles.
 */
function give_capability( array $roles ) {
	foreach ( wp_roles()->role_objects as $name => $role ) {
		if ( in_array( $name, $roles, true ) ) {
			$role->add_cap( REVIEW );
		} elseif ( $role->has_cap( REVIEW ) ) {
			$role->remove_cap( REVIEW );
		}
	}
}

/**
 * Whether the present user may freeze a report for a post.
 *
 * @param int $post_id The post.
 */
function may_review( int $post_id ): bool {
	return current_user_can( REVIEW ) && current_user_can( 'edit_post', $post_id );
}
