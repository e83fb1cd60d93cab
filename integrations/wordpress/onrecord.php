<?php
/**
 * Plugin Name:       OnRecord
 * Description:       Who says what in an article, on whose word, with which numbers. The editor sees it while writing, corrects and freezes it; readers get exactly that. Nothing is sent anywhere.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            OnRecord
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       onrecord
 * Domain Path:       /languages
 *
 * OnRecord itself is MIT OR Apache-2.0; in this plugin it is used under MIT, which GPL-2.0-or-later allows.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
const FILE    = __FILE__;
const FOLDER  = __DIR__;

require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/roles.php';
require __DIR__ . '/includes/schema.php';
require __DIR__ . '/includes/reports.php';
require __DIR__ . '/includes/assets.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/placing.php';
require __DIR__ . '/includes/rest.php';
require __DIR__ . '/includes/editor.php';

if ( is_admin() ) {
	require __DIR__ . '/includes/settings-page.php';
	require __DIR__ . '/includes/columns.php';
	require __DIR__ . '/includes/privacy.php';
}

register_activation_hook( FILE, __NAMESPACE__ . '\activate' );
add_action( 'init', __NAMESPACE__ . '\translate' );

/** Editors may review from the first day on. */
function activate() {
	add_option( OPTION, defaults() );
	give_capability( settings()['reviewers'] );
}

/** The words of this plugin in the language of the site. */
function translate() {
	load_plugin_textdomain( 'onrecord', false, dirname( plugin_basename( FILE ) ) . '/languages' );
}
