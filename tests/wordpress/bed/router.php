<?php
/**
 * What a web server does: files as they are, everything else to WordPress. `?wrong-mime` in the cookie "bed" has WASM sent
 * as a badly kept server sends it.
 */

$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$file = $_SERVER['DOCUMENT_ROOT'] . $path;

if ( is_file( $file ) && substr( $path, -4 ) !== '.php' ) {
	$types = array(
		'js'   => 'text/javascript',
		'css'  => 'text/css',
		'json' => 'application/json',
		'wasm' => 'application/wasm',
		'svg'  => 'image/svg+xml',
		'png'  => 'image/png',
	);
	$ending = pathinfo( $path, PATHINFO_EXTENSION );
	if ( ! isset( $types[ $ending ] ) ) {
		return false;
	}
	$wrong = 'wasm' === $ending && false !== strpos( $_COOKIE['bed'] ?? '', 'wrong-mime' );
	header( 'Content-Type: ' . ( $wrong ? 'text/plain' : $types[ $ending ] ) );
	header( 'Content-Length: ' . filesize( $file ) );
	readfile( $file );
	return true;
}
if ( is_dir( $file ) && is_file( rtrim( $file, '/' ) . '/index.php' ) ) {
	$path = rtrim( $path, '/' ) . '/index.php';
	$file = $_SERVER['DOCUMENT_ROOT'] . $path;
}
if ( ! is_file( $file ) ) {
	$path = '/index.php';
}
$_SERVER['SCRIPT_NAME']     = $path;
$_SERVER['PHP_SELF']        = $path;
$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . $path;
chdir( dirname( $_SERVER['SCRIPT_FILENAME'] ) );
require $_SERVER['SCRIPT_FILENAME'];
