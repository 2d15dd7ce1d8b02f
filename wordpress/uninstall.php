<?php
/**
 * Removes what the plugin kept: the defaults of each site.
 *
 * @package Orientation_Palliative
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $orientation_palliative_site ) {
		delete_blog_option( $orientation_palliative_site, 'orientation_palliative' );
	}
} else {
	delete_option( 'orientation_palliative' );
}
