<?php
/**
 * Plugin Name:       Orientation palliative
 * Description:       Tells an ill person, a relative or a professional whom to call for palliative care in the Hauts-de-Seine. A block and a shortcode, for every role; nothing leaves the visitor's browser.
 * Version:           {{version}}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            Orientation palliative
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       orientation-palliative
 * Domain Path:       /languages
 *
 * What is here are the sources. The release command makes the plugin out of them: it fills
 *   {{version}}    in this file, readme.txt and block.json: the version of the script,
 *   {{integrity}}  in this file: the integrity value of the script,
 * and puts beside them
 *   orientation-palliative-VERSION.min.js  the script, under a name that optimisers leave alone,
 *   orientation-palliative.html            the page that opens without a network,
 *   cadre.js, hauteur.js                   what gives a frame the height of its content,
 *   choices.json                           the territories, profiles and views of the dataset,
 *   LICENCES.txt                           the licences of what is inside the script.
 *
 * @package Orientation_Palliative
 */

namespace Orientation_Palliative;

defined( 'ABSPATH' ) || exit;

const VERSION   = '{{version}}';
const INTEGRITY = '{{integrity}}';
/** The script's handle, and the beginning of its name. */
const HANDLE = 'orientation-palliative';
const SCRIPT = HANDLE . '-' . VERSION . '.min.js';
/** What gives the frames of a page the height of their content. */
const HEIGHT_HANDLE = 'orientation-palliative-hauteur';
/** The page that opens without a network. */
const OFFLINE_PAGE = 'orientation-palliative.html';
/** The site's defaults, an array of attributes. */
const OPTION = 'orientation_palliative';

require __DIR__ . '/includes/attributes.php';
require __DIR__ . '/includes/render.php';
require __DIR__ . '/includes/page.php';
require __DIR__ . '/includes/embed.php';
require __DIR__ . '/includes/optimisers.php';
require __DIR__ . '/includes/settings.php';

/** The address of a file of the plugin. */
function url( string $file ): string {
	return plugins_url( $file, __FILE__ );
}

/** English is in the sources; every French, Belgian, Swiss or Canadian, reads the same French. */
function load_words(): void {
	load_plugin_textdomain( 'orientation-palliative', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
}
add_action( 'init', __NAMESPACE__ . '\load_words', 1 );

/**
 * The French file, for the locales that have none of their own.
 *
 * @param string $file   The file that WordPress would read.
 * @param string $domain Whose words it holds.
 */
function french_for_all( $file, $domain ) {
	$ours   = 'orientation-palliative' === $domain && preg_match( '/-fr_\w+\.mo$/', $file );
	$french = __DIR__ . '/languages/orientation-palliative-fr_FR.mo';
	return $ours && ! is_readable( $file ) ? $french : $file;
}
add_filter( 'load_textdomain_mofile', __NAMESPACE__ . '\french_for_all', 10, 2 );
