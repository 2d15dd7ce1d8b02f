<?php
/**
 * The settings: what the element is given where an author gives nothing. And the site's privacy
 * policy, for whoever writes it.
 *
 * @package Orientation_Palliative
 */

namespace Orientation_Palliative;

defined( 'ABSPATH' ) || exit;

const SETTINGS = 'orientation-palliative';

/** Registers the option and the form: WordPress checks the nonce and the right to change it. */
function register_settings(): void {
	register_setting(
		SETTINGS,
		OPTION,
		array(
			'type'              => 'object',
			'sanitize_callback' => __NAMESPACE__ . '\cleaned',
			'default'           => array(),
		)
	);
	$about = __( 'What a block or a shortcode does not say, this page says.', 'orientation-palliative' );
	$intro = static function () use ( $about ) {
		printf( '<p>%s</p>', esc_html( $about ) );
	};
	add_settings_section( 'defaults', __( 'Defaults', 'orientation-palliative' ), $intro, SETTINGS );
	$words = words();
	foreach ( OFFERED as $name ) {
		$id    = 'orientation-palliative-' . $name;
		$label = 'vues' === $name ? array() : array( 'label_for' => $id );
		$given = array( 'name' => $name, 'id' => $id ) + $label;
		add_settings_field( $id, esc_html( $words[ $name ] ), __NAMESPACE__ . '\field', SETTINGS, 'defaults', $given );
	}
}
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );

/**
 * One field of the form.
 *
 * @param array $given The attribute's name, and the field's id.
 */
function field( array $given ): void {
	$name   = $given['name'];
	$kept   = cleaned( get_option( OPTION, array() ) );
	$value  = isset( $kept[ $name ] ) ? $kept[ $name ] : '';
	$posted = OPTION . '[' . $name . ']';
	if ( 'vues' === $name ) {
		boxes( $posted, explode( ',', $value ) );
	} elseif ( choices( $name ) ) {
		options( $posted, $given['id'], $name, $value );
	} else {
		printf( '<input type="text" class="regular-text" id="%s" name="%s" value="%s">', esc_attr( $given['id'] ), esc_attr( $posted ), esc_attr( $value ) );
	}
	printf( '<p class="description">%s</p>', esc_html( words()[ $name . '.help' ] ) );
}

/** A list to choose from. */
function options( string $posted, string $id, string $name, string $value ): void {
	printf( '<select id="%s" name="%s">', esc_attr( $id ), esc_attr( $posted ) );
	foreach ( array( '' => words()['default'] ) + choices( $name ) as $key => $label ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $key ), selected( $key, $value, false ), esc_html( $label ) );
	}
	echo '</select>';
}

/** Boxes to tick. */
function boxes( string $posted, array $ticked ): void {
	printf( '<fieldset><legend class="screen-reader-text">%s</legend>', esc_html( words()['vues'] ) );
	foreach ( choices( 'vues' ) as $id => $label ) {
		printf(
			'<label><input type="checkbox" name="%s[]" value="%s"%s> %s</label><br>',
			esc_attr( $posted ),
			esc_attr( $id ),
			checked( in_array( $id, $ticked, true ), true, false ),
			esc_html( $label )
		);
	}
	echo '</fieldset>';
}

/** The page of the form. */
function settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	printf( '<div class="wrap"><h1>%s</h1><form method="post" action="options.php">', esc_html( get_admin_page_title() ) );
	settings_fields( SETTINGS );
	do_settings_sections( SETTINGS );
	submit_button();
	printf( '</form><h2>%s</h2><ul class="ul-disc">', esc_html__( 'Three ways to show it', 'orientation-palliative' ) );
	printf( '<li>%s</li>', esc_html__( 'The block “Orientation palliative”.', 'orientation-palliative' ) );
	printf( '<li>%s <code>[orientation_palliative territoire="sud"]</code></li>', esc_html__( 'The shortcode:', 'orientation-palliative' ) );
	printf( '<li>%s <code>%s</code></li>', esc_html__( 'This address, pasted alone on a line or into an Embed block:', 'orientation-palliative' ), esc_html( page_url() ) );
	printf( '</ul><p><a href="%s">%s</a></p></div>', esc_url( url( OFFLINE_PAGE ) ), esc_html__( 'The page that also works without a network, once saved', 'orientation-palliative' ) );
}

/** Its place in the menu, for whoever may change settings. */
function add_menu(): void {
	add_options_page( 'Orientation palliative', 'Orientation palliative', 'manage_options', SETTINGS, __NAMESPACE__ . '\settings_page' );
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_menu' );

/**
 * A link to it in the list of plugins.
 *
 * @param string[] $links The links that are there.
 */
function settings_link( $links ) {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=' . SETTINGS ) ), esc_html__( 'Settings', 'orientation-palliative' ) );
	return array_merge( array( $link ), $links );
}
add_filter( 'plugin_action_links_' . plugin_basename( dirname( __DIR__ ) . '/orientation-palliative.php' ), __NAMESPACE__ . '\settings_link' );

/** What the site's privacy policy may say. */
function privacy(): void {
	$text = __( 'The palliative care guide on this site runs in your browser. Your answers are not sent to anyone, not even to this site. It sets no cookie, and forgets your answers when you leave the page.', 'orientation-palliative' );
	wp_add_privacy_policy_content( 'Orientation palliative', wp_kses_post( wpautop( $text, false ) ) );
}
add_action( 'admin_init', __NAMESPACE__ . '\privacy' );
