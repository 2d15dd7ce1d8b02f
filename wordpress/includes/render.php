<?php
/**
 * What visitors get: the script, the element, the block and the shortcode.
 *
 * @package Orientation_Palliative
 */

namespace Orientation_Palliative;

defined( 'ABSPATH' ) || exit;

const BLOCK     = 'orientation-palliative/widget';
const SHORTCODE = 'orientation_palliative';

/** Registers the scripts, the block and the shortcode. Nothing is loaded before it is used. */
function register(): void {
	// The version is in the name: no query after it, which some caches drop.
	// phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
	wp_register_script( HANDLE, url( SCRIPT ), array(), null, false );
	wp_register_script( HEIGHT_HANDLE, url( 'hauteur.js' ), array(), VERSION, true );
	$needs = array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components' );
	wp_register_script( 'orientation-palliative-block', url( 'block.js' ), $needs, VERSION, true );
	register_block_type( dirname( __DIR__ ), array( 'render_callback' => __NAMESPACE__ . '\block' ) );
	add_shortcode( SHORTCODE, __NAMESPACE__ . '\shortcode' );
}
add_action( 'init', __NAMESPACE__ . '\register' );

/** Where the content is known before the page begins, the script stands in its head. */
function enqueue_early(): void {
	$post = is_singular() ? get_post() : null;
	if ( $post && ( has_block( BLOCK, $post ) || has_shortcode( $post->post_content, SHORTCODE ) ) ) {
		wp_enqueue_script( HANDLE );
	}
}
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_early' );

/**
 * The element, with what stands there until the widget is ready, and stays if it cannot start.
 * Its words are those that a visitor needs, and French as the widget is.
 *
 * @param array $given The attributes that the author gives.
 */
function element( array $given ): string {
	$html = '<orientation-palliative';
	$attributes = completed( $given ) + own_link() + array( 'page' => url( OFFLINE_PAGE ) );
	foreach ( $attributes as $name => $value ) {
		$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	if ( 0 !== strpos( get_bloginfo( 'language' ), 'fr' ) ) {
		$html .= ' lang="fr"';
	}
	return $html . '><a href="https://www.corpalif.org/filieres-idf.html">Soins palliatifs : trouver de l’aide</a>. '
		. 'Urgence vitale : 15. <a href="' . esc_url( $attributes['page'] ) . '">Ouvrir l’outil d’orientation dans sa propre page</a>'
		. '</orientation-palliative>';
}

/** Where what follows the « ? » of an address chooses the page, copied links need that address. */
function own_link(): array {
	$link = is_singular() && ! get_option( 'permalink_structure' ) ? (string) get_permalink() : '';
	return cleaned( array( 'lien' => $link ) );
}

/**
 * The block, as visitors see it.
 *
 * @param array $attributes The block's own.
 */
function block( $attributes ): string {
	wp_enqueue_script( HANDLE );
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), element( (array) $attributes ) );
}

/**
 * The shortcode: [orientation_palliative territoire="sud"].
 *
 * @param array|string $attributes What the author gives; an empty string without any.
 */
function shortcode( $attributes ): string {
	wp_enqueue_script( HANDLE );
	return element( (array) $attributes );
}

/** What the editor's part of the block cannot know: choices, words, the address of the preview. */
function block_data(): void {
	$data = array(
		'page'    => page_url(),
		'choices' => array(
			'territoire' => choices( 'territoire' ),
			'profil'     => choices( 'profil' ),
			'vues'       => choices( 'vues' ),
		),
		'words'   => words(),
	);
	wp_add_inline_script( 'orientation-palliative-block', 'window.orientationPalliativeBlock = ' . wp_json_encode( $data ) . ';', 'before' );
}
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\block_data' );

/** The words that the block and the settings share. */
function words(): array {
	return array(
		'panel'           => __( 'Content', 'orientation-palliative' ),
		'territoire'      => __( 'Territory', 'orientation-palliative' ),
		'territoire.help' => __( 'Its towns are offered first.', 'orientation-palliative' ),
		'profil'          => __( 'For whom', 'orientation-palliative' ),
		'profil.help'     => __( 'To whom the page speaks. The visitor can change it.', 'orientation-palliative' ),
		'vues'            => __( 'Views', 'orientation-palliative' ),
		'vues.help'       => __( 'None ticked: all of them.', 'orientation-palliative' ),
		'titre'           => __( 'Title', 'orientation-palliative' ),
		'titre.help'      => __( 'Empty: that of the widget.', 'orientation-palliative' ),
		'accent'          => __( 'Colour of buttons and links', 'orientation-palliative' ),
		'accent.help'     => __( 'Such as #0e5a63. Made darker or lighter where it could not be read.', 'orientation-palliative' ),
		'default'         => __( 'Default', 'orientation-palliative' ),
		'preview'         => __( 'Preview: Orientation palliative', 'orientation-palliative' ),
	);
}
