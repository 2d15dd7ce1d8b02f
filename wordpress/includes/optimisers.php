<?php
/**
 * What keeps optimisers and consent managers from changing, delaying or withholding the script.
 *
 * One byte changed, and the browser refuses it: that is what `integrity` is for. And no consent
 * is needed for what stores nothing and asks for nothing. Each name below is followed by where
 * the plugin that it belongs to reads it.
 *
 * @package Orientation_Palliative
 */

namespace Orientation_Palliative;

defined( 'ABSPATH' ) || exit;

/** The attributes of the script's tag, beside its address. */
function script_attributes(): array {
	return array(
		'integrity'          => INTEGRITY,
		// Without it, an integrity value is not checked, and the script refused, on another host (a CDN).
		'crossorigin'        => 'anonymous',
		'defer'              => true,
		// Complianz: cookie-blocker.php, replace_tags(), skips such a tag.
		'data-category'      => 'functional',
		// Cookiebot: cookiebot-manual.pages.dev/post/cookiebot-ignore, scripts that need no consent.
		'data-cookieconsent' => 'ignore',
		// LiteSpeed Cache: tpl/page_optm/settings_tuning.tpl.php tells both.
		'data-no-optimize'   => '1',
		'data-no-defer'      => '1',
		// WP Rocket: Minify/JS/AbstractJSOptimization.php, is_minify_excluded_file().
		'data-no-minify'     => '1',
		// Cloudflare: developers.cloudflare.com/speed/optimization/content/rocket-loader/ignore-javascripts;
		// all of these stand before `src`, where it looks.
		'data-cfasync'       => 'false',
	);
}

/**
 * Writes them into the tag.
 *
 * @param string $tag    The whole tag.
 * @param string $handle Whose it is.
 */
function tag( $tag, $handle ) {
	if ( HANDLE !== $handle ) {
		return $tag;
	}
	$attributes = '';
	foreach ( script_attributes() as $name => $value ) {
		$attributes .= true === $value ? ' ' . $name : sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return str_replace( ' src=', $attributes . ' src=', $tag );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\tag', 10, 2 );

/**
 * Adds the script's name to a list of names or patterns: part of an address, and as a pattern
 * it matches itself.
 *
 * @param mixed $list The list as it is.
 */
function with_script( $list ) {
	return array_merge( (array) $list, array( SCRIPT ) );
}

/**
 * Adds the script's handle to a list of handles.
 *
 * @param mixed $list The list as it is.
 */
function with_handle( $list ) {
	return array_merge( (array) $list, array( HANDLE ) );
}

/**
 * Autoptimize keeps its list as names parted by commas, or by name with what to leave.
 *
 * @param mixed $list The list as it is.
 */
function with_script_in_text( $list ) {
	if ( is_array( $list ) ) {
		return $list + array( SCRIPT => '' );
	}
	return ltrim( $list . ', ' . SCRIPT, ', ' );
}

/**
 * W3 Total Cache asks of each tag whether it may be minified.
 *
 * @param bool   $may  What it would do.
 * @param string $tag  The script's tag.
 */
function may_minify( $may, $tag ) {
	return false === strpos( (string) $tag, SCRIPT ) && $may;
}

/** Says it to each of them; where one is not there, nobody listens. */
function spare_script(): void {
	$by_name = array(
		'rocket_exclude_js',              // WP Rocket, Minify/JS/AbstractJSOptimization.php: of the path.
		'rocket_exclude_defer_js',        // WP Rocket, DeferJS/DeferJS.php: of the address.
		'rocket_delay_js_exclusions',     // WP Rocket, DelayJS/HTML.php: of the tag.
		'litespeed_optimize_js_excludes', // LiteSpeed Cache, settings_tuning.tpl.php: of the address.
		'litespeed_optm_js_defer_exc',    // LiteSpeed Cache, the same.
		'litespeed_optm_gm_js_exc',       // LiteSpeed Cache, the same: for guests.
		'cmplz_whitelisted_script_tags',  // Complianz, cookie-blocker.php, whitelisted_scripts(): of the tag.
	);
	$by_handle = array(
		'sgo_js_minify_exclude',          // SiteGround Optimizer: handles, in_array().
		'sgo_javascript_combine_exclude', // SiteGround Optimizer, the same.
		'sgo_js_async_exclude',           // SiteGround Optimizer, the same.
	);
	foreach ( $by_name as $filter ) {
		add_filter( $filter, __NAMESPACE__ . '\with_script' );
	}
	foreach ( $by_handle as $filter ) {
		add_filter( $filter, __NAMESPACE__ . '\with_handle' );
	}
	// Autoptimize, classes/autoptimizeScripts.php, read().
	add_filter( 'autoptimize_filter_js_exclude', __NAMESPACE__ . '\with_script_in_text' );
	// W3 Total Cache, Minify_AutoJs.php: the value, the tag, the file.
	add_filter( 'w3tc_minify_js_do_tag_minification', __NAMESPACE__ . '\may_minify', 10, 2 );
}
spare_script();
