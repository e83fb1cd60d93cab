<?php
/**
 * Installs WordPress, activates the plugin, makes a user of each role. Prints what the test must know, as JSON.
 */

/** WordPress would send a mail. */
function wp_mail() {
	return true;
}

define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = 'localhost';
require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'The Vessey Echo', 'administrator', 'administrator@example.org', true, '', 'password' );
wp_set_current_user( 1 );
update_option( 'permalink_structure', '/%postname%/' );
$wp_rewrite->init();
flush_rewrite_rules( false );
update_option( 'show_avatars', 0 );
switch_theme( 'twentytwentyone' );
wp_delete_post( 1, true );

$activated = activate_plugin( 'onrecord/onrecord.php' );
if ( is_wp_error( $activated ) ) {
	fwrite( STDERR, $activated->get_error_message() );
	exit( 1 );
}

$users = array();
foreach ( array( 'administrator', 'editor', 'author', 'contributor' ) as $role ) {
	$user = get_user_by( 'login', $role );
	$id   = $user ? $user->ID : wp_create_user( $role, 'password', $role . '@example.org' );
	( new WP_User( $id ) )->set_role( $role );
	update_user_meta( $id, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false, 'fullscreenMode' => false ), '_modified' => gmdate( 'c' ) ) );
	list( $password ) = WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'test' ) );
	$expires          = time() + DAY_IN_SECONDS;
	$token            = WP_Session_Tokens::get_instance( $id )->create( $expires );
	$cookies          = array();
	foreach ( array( AUTH_COOKIE => 'auth', LOGGED_IN_COOKIE => 'logged_in' ) as $name => $scheme ) {
		$cookies[] = array(
			'name'  => $name,
			'value' => wp_generate_auth_cookie( $id, $expires, $scheme, $token ),
		);
	}
	$users[ $role ] = compact( 'id', 'password', 'cookies' );
}
echo wp_json_encode( array( 'users' => $users ) );
