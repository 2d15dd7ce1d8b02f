<?php
// Makes the database and the site, with an administrator and an author; run once, by hand.
$database = new mysqli( null, 'root', '', null, 0, $argv[1] );
$database->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );
$_SERVER['HTTP_HOST'] = '127.0.0.1';
define( 'WP_INSTALLING', true );
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail() {
	return true;
}
wp_install( 'Maison de santé', 'administratrice', 'a@example.org', false, '', $argv[2] );
wp_insert_user( array( 'user_login' => 'autrice', 'user_pass' => $argv[2], 'user_email' => 'b@example.org', 'role' => 'author' ) );
update_option( 'permalink_structure', '/%postname%/' );
switch_theme( 'twentytwentyone' );
echo 'installed';
