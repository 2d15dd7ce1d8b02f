<?php
// A French site, though the words of WordPress itself are in a package apart.
add_filter(
	'locale',
	static function () {
		return 'fr_FR';
	}
);

// Every page of the site, and the plugin's own, is heard from its first script, as the trials'
// own pages are; the administration is left alone.
if ( PHP_SAPI !== 'cli' && ! is_admin() && false === strpos( $_SERVER['REQUEST_URI'], 'wp-login.php' ) ) {
	ob_start(
		static function ( $html ) {
			$recorder = file_get_contents( __DIR__ . '/recorder.js' );
			$at       = strpos( $html, '<head>' );
			return false === $at ? $html : substr_replace( $html, "<head><script>$recorder</script>", $at, 6 );
		}
	);
}
