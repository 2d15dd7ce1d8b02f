<?php
/**
 * The plugin's own page: the widget alone. It is what the editor previews and what a frame holds.
 *
 * @package Orientation_Palliative
 */

namespace Orientation_Palliative;

defined( 'ABSPATH' ) || exit;

/** The parameter that asks for the page. */
const PAGE_PARAMETER = 'orientation-palliative';
/**
 * What an address may choose. No text of its own: whoever writes an address could put another
 * number to call into the site's page. Only the editor's preview, of somebody who may write
 * here, shows them all.
 */
const BY_ADDRESS = array( 'territoire', 'profil', 'accent', 'vues', 'niveau-titre', 'historique' );

/**
 * The address of the page.
 *
 * @param array $attributes Those of the element.
 */
function page_url( array $attributes = array() ): string {
	$query = array( PAGE_PARAMETER => 'page' ) + $attributes;
	return home_url( '/' ) . '?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 );
}

/** Serves the page, before WordPress looks for a post. It reads nothing but attributes. */
function serve_page(): void {
	// phpcs:disable WordPress.Security.NonceVerification.Recommended -- Nothing is changed.
	if ( ! isset( $_GET[ PAGE_PARAMETER ] ) || 'page' !== $_GET[ PAGE_PARAMETER ] ) {
		return;
	}
	$given = array_map( 'wp_unslash', $_GET );
	// phpcs:enable
	header( 'Content-Type: text/html; charset=UTF-8' );
	header( 'X-Robots-Tag: noindex' );
	print_page( current_user_can( 'edit_posts' ) ? cleaned( $given ) : by_address( $given ) );
	exit;
}
add_action( 'parse_request', __NAMESPACE__ . '\serve_page', 0 );

/**
 * The attributes that an address may give.
 *
 * @param array $query What stands after its « ? ».
 */
function by_address( array $query ): array {
	return array_intersect_key( cleaned( $query ), array_flip( BY_ADDRESS ) );
}

/** The page; the theme and the other plugins have no part in it. */
function print_page( array $attributes ): void {
	$origin = preg_replace( '#^(https?://[^/]+).*$#', '$1', home_url() );
	?>
<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>Soins palliatifs : trouver de l’aide</title>
<style>
:root { color-scheme: light dark; }
html, body { margin: 0; background: transparent; font: 1.125rem/1.5 system-ui, sans-serif; }
orientation-palliative { display: block; }
#ouvrir { margin: 0; padding: .75rem 1rem; }
#ouvrir a { display: inline-block; min-height: 2.75rem; line-height: 2.75rem; }
</style>
</head>
<body>
<p id="ouvrir" hidden>Ici, un numéro ne s’appelle pas d’un geste et rien ne s’imprime : notez-le, ou
	<a href="<?php echo esc_url( url( OFFLINE_PAGE ) ); ?>" target="_blank" rel="noopener">ouvrez la page</a>.</p>
	<?php
	echo element( $attributes ); // phpcs:ignore WordPress.Security.EscapeOutput -- Escaped where it is made.
	echo wp_get_script_tag( script_attributes() + array( 'src' => url( SCRIPT ) ) ); // phpcs:ignore WordPress.Security.EscapeOutput
	echo wp_get_script_tag( // phpcs:ignore WordPress.Security.EscapeOutput
		array(
			'src'        => add_query_arg( 'ver', VERSION, url( 'cadre.js' ) ),
			'data-sites' => $origin,
		)
	);
	?>
</body>
</html>
	<?php
}
