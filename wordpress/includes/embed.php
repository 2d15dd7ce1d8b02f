<?php
/**
 * The Embed block and the bare address: the address of the plugin's own page becomes a frame.
 *
 * A handler, not an oEmbed provider: WordPress asks its handlers first, for visitors, for the
 * block editor's preview and for the classic editor's; nothing is requested, and what a handler
 * gives is not put in a sandbox, where neither a number could be called nor a page printed.
 *
 * @package Orientation_Palliative
 */

namespace Orientation_Palliative;

defined( 'ABSPATH' ) || exit;

/** The addresses of this site that a frame may show: its page, and the page without a network. */
function embeddable(): string {
	$home    = preg_quote( preg_replace( '#^https?:#', '', home_url() ), '#' );
	$offline = preg_quote( preg_replace( '#^https?:#', '', url( OFFLINE_PAGE ) ), '#' );
	$page    = PAGE_PARAMETER . '=page';
	return "#^https?:(?:{$home}/?(?:index\\.php)?\\?(?:[^\\#]*&)?{$page}(?:[&\\#].*)?|{$offline}(?:[?\\#].*)?)$#i";
}

/** Registers the handler. */
function register_handler(): void {
	wp_embed_register_handler( 'orientation-palliative', embeddable(), __NAMESPACE__ . '\frame' );
}
add_action( 'init', __NAMESPACE__ . '\register_handler' );

/**
 * The frame of an address.
 *
 * @param array  $matches What the pattern found.
 * @param array  $sizes   The sizes of the place.
 * @param string $address The address that the author pasted.
 */
function frame( $matches, $sizes, $address ): string {
	parse_str( (string) wp_parse_url( $address, PHP_URL_QUERY ), $query );
	wp_enqueue_script( HEIGHT_HANDLE );
	// Sizes as a style: from attributes, themes work out a proportion and hold the frame to it.
	return sprintf(
		'<iframe data-orientation-palliative src="%s" title="%s" style="display:block;border:0;width:100%%;height:900px"></iframe>',
		esc_url( page_url( by_address( $query ) ) ),
		'Orientation en soins palliatifs'
	);
}

/**
 * A site whose home is a page would show a card of that page in the editor's preview: the
 * address differs from the home's by nothing but what follows the « ? ».
 *
 * @param int    $post    The post found.
 * @param string $address The address asked for.
 */
function no_post( $post, $address ) {
	return preg_match( embeddable(), $address ) ? 0 : $post;
}
add_filter( 'oembed_request_post_id', __NAMESPACE__ . '\no_post', 10, 2 );
