<?php
/**
 * The attributes of the element: which ones, what they may hold, what the site prefers.
 *
 * @package Orientation_Palliative
 */

namespace Orientation_Palliative;

defined( 'ABSPATH' ) || exit;

/**
 * Those of the element that a site's author may give. Left out: `donnees`, whose second script
 * the plugin does not bring, and `ouvert`, which would let the page's other scripts read answers.
 */
const ATTRIBUTES = array( 'titre', 'niveau-titre', 'territoire', 'commune', 'profil', 'accent', 'vues', 'historique', 'lien', 'page' );

/** Those that the block and the settings offer. */
const OFFERED = array( 'territoire', 'profil', 'vues', 'titre', 'accent' );

/**
 * What may be chosen for an attribute, by id: the dataset's own, written by the release.
 *
 * @param string $attribute Its name: territoire, profil or vues.
 * @return string[] The labels by id.
 */
function choices( string $attribute ): array {
	static $all = null;
	if ( null === $all ) {
		$all = wp_json_file_decode( dirname( __DIR__ ) . '/choices.json', array( 'associative' => true ) );
	}
	return is_array( $all ) && isset( $all[ $attribute ] ) ? $all[ $attribute ] : array();
}

/**
 * Attributes as they may be kept or shown: known names, plain text. The widget itself says in
 * the console what it cannot read, and ignores it.
 *
 * @param mixed $given What a block, a shortcode, an address or a form gives.
 * @return string[] The values by name, without the empty ones.
 */
function cleaned( $given ): array {
	$kept = array();
	foreach ( ATTRIBUTES as $name ) {
		$value = is_array( $given ) && isset( $given[ $name ] ) ? $given[ $name ] : '';
		$value = is_array( $value ) ? implode( ',', array_filter( $value, 'is_scalar' ) ) : $value;
		$value = is_scalar( $value ) ? clean_one( $name, (string) $value ) : '';
		if ( '' !== $value ) {
			$kept[ $name ] = $value;
		}
	}
	return $kept;
}

/** One value as it may be kept, empty where it may not. */
function clean_one( string $name, string $value ): string {
	$value = sanitize_text_field( $value );
	switch ( $name ) {
		case 'accent':
			return (string) sanitize_hex_color( $value );
		case 'lien':
			return esc_url_raw( $value, array( 'https' ) );
		case 'page':
			return esc_url_raw( $value, array( 'https', 'http' ) );
		default:
			return $value;
	}
}

/** What is given, and the site's defaults for the rest. */
function completed( array $given ): array {
	return cleaned( $given ) + cleaned( get_option( OPTION, array() ) );
}
