<?php
/**
 * The page of settings, for those who may manage options.
 *
 * @package OnRecord
 */

namespace OnRecord;

defined( 'ABSPATH' ) || exit;

const PAGE = 'onrecord';

add_action( 'admin_menu', __NAMESPACE__ . '\add_page' );
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\link_page' );

/** Under Settings. */
function add_page() {
	add_options_page( 'OnRecord', 'OnRecord', 'manage_options', PAGE, __NAMESPACE__ . '\show_page' );
}

/** One option, held to what is possible whenever it is written. */
function register_settings() {
	register_setting(
		PAGE,
		OPTION,
		array(
			'type'              => 'array',
			'sanitize_callback' => __NAMESPACE__ . '\clean_form',
			'show_in_rest'      => false,
		)
	);
	add_settings_section( 'readers', __( 'What readers see', 'onrecord' ), '__return_null', PAGE );
	add_settings_section( 'newsroom', __( 'In the newsroom', 'onrecord' ), '__return_null', PAGE );
	foreach ( fields() as $name => list( $section, $label, $draw ) ) {
		$for = in_array( $draw, array( 'draw_choice', 'draw_line' ), true ) ? array( 'label_for' => "onrecord-$name" ) : array();
		add_settings_field( $name, $label, __NAMESPACE__ . '\\' . $draw, PAGE, $section, array( 'name' => $name ) + $for );
	}
}

/** Every setting: its section, its label, and what draws it. */
function fields(): array {
	return array(
		'everywhere' => array( 'readers', __( 'Add to every post', 'onrecord' ), 'draw_switch' ),
		'post_types' => array( 'readers', __( 'Kinds of post', 'onrecord' ), 'draw_several' ),
		'position'   => array( 'readers', __( 'Position', 'onrecord' ), 'draw_choice' ),
		'unreviewed' => array( 'readers', __( 'Posts that nobody reviewed', 'onrecord' ), 'draw_choice' ),
		'mode'       => array( 'readers', __( 'How it shows', 'onrecord' ), 'draw_choice' ),
		'kinds'      => array( 'readers', __( 'Marked in the article', 'onrecord' ), 'draw_several' ),
		'theme'      => array( 'readers', __( 'Colours', 'onrecord' ), 'draw_choice' ),
		'outlet'     => array( 'newsroom', __( 'Name of the outlet', 'onrecord' ), 'draw_line' ),
		'reviewers'  => array( 'newsroom', __( 'Who may review', 'onrecord' ), 'draw_several' ),
	);
}

/** What the words of settings are called. */
function labels(): array {
	return array(
		'bottom'       => __( 'Below the article', 'onrecord' ),
		'top'          => __( 'Above the article', 'onrecord' ),
		'hide'         => __( 'Show nothing', 'onrecord' ),
		'analyse'      => __( 'Read them in the reader\'s browser', 'onrecord' ),
		'button'       => __( 'A button; the rest on a click', 'onrecord' ),
		'panel'        => __( 'The lists', 'onrecord' ),
		'inline'       => __( 'Marks in the article', 'onrecord' ),
		'auto'         => __( 'As the reader\'s device has them', 'onrecord' ),
		'light'        => __( 'Light', 'onrecord' ),
		'dark'         => __( 'Dark', 'onrecord' ),
		'claim'        => __( 'Claims', 'onrecord' ),
		'source'       => __( 'Sources', 'onrecord' ),
		'person'       => __( 'People', 'onrecord' ),
		'organization' => __( 'Organizations', 'onrecord' ),
		'place'        => __( 'Places', 'onrecord' ),
		'group'        => __( 'Groups', 'onrecord' ),
		'other'        => __( 'Other names', 'onrecord' ),
		'number'       => __( 'Numbers', 'onrecord' ),
		'time'         => __( 'Times', 'onrecord' ),
	);
}

/**
 * What can be chosen, with its label.
 *
 * @param string $name Of a setting.
 * @return string[]
 */
function options_of( string $name ): array {
	if ( 'reviewers' === $name ) {
		return array_map( 'translate_user_role', wp_roles()->get_names() );
	}
	if ( 'post_types' === $name ) {
		$types = possible_post_types();
		return array_combine( $types, array_map( fn( $type ) => get_post_type_object( $type )->labels->name, $types ) );
	}
	$words = CHOICES[ $name ] ?? LISTS[ $name ];
	return array_combine( $words, array_map( fn( $word ) => labels()[ $word ], $words ) );
}

/**
 * A form says nothing of boxes without a tick.
 *
 * @param mixed $given As sent, or as a program sets it.
 */
function clean_form( $given ): array {
	$given = is_array( $given ) ? $given : array();
	$none  = array_fill_keys( array( 'everywhere', 'post_types', 'kinds', 'reviewers' ), array() );
	return clean_settings( $given + $none );
}

/**
 * A link beside the plugin's name.
 *
 * @param string[] $links Of the list of plugins.
 */
function link_page( array $links ): array {
	$page = admin_url( 'options-general.php?page=' . PAGE );
	return array_merge( array( sprintf( '<a href="%s">%s</a>', esc_url( $page ), esc_html__( 'Settings', 'onrecord' ) ) ), $links );
}

/** The page. */
function show_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>OnRecord</h1><p>';
	esc_html_e( 'Who says what in an article, on whose word, with which numbers. The text never leaves your server and your readers\' devices.', 'onrecord' );
	echo '</p><form action="options.php" method="post">';
	settings_fields( PAGE );
	do_settings_sections( PAGE );
	submit_button();
	echo '</form></div>';
}

/**
 * A box to tick.
 *
 * @param array $field Has the name.
 */
function draw_switch( array $field ) {
	printf(
		'<label><input type="checkbox" name="%1$s[%2$s]" value="1"%3$s> %4$s</label>',
		esc_attr( OPTION ),
		esc_attr( $field['name'] ),
		checked( settings()[ $field['name'] ], true, false ),
		esc_html__( 'Also where no block or shortcode asks for it', 'onrecord' )
	);
}

/**
 * One of several.
 *
 * @param array $field Has the name.
 */
function draw_choice( array $field ) {
	$name = $field['name'];
	printf( '<select id="onrecord-%2$s" name="%1$s[%2$s]">', esc_attr( OPTION ), esc_attr( $name ) );
	foreach ( options_of( $name ) as $value => $label ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( settings()[ $name ], $value, false ), esc_html( $label ) );
	}
	echo '</select>';
}

/**
 * Boxes to tick.
 *
 * @param array $field Has the name.
 */
function draw_several( array $field ) {
	$name = $field['name'];
	printf( '<fieldset><legend class="screen-reader-text">%s</legend>', esc_html( fields()[ $name ][1] ) );
	foreach ( options_of( $name ) as $value => $label ) {
		$ticked = checked( in_array( $value, settings()[ $name ], true ), true, false );
		printf( '<label><input type="checkbox" name="%s[%s][]" value="%s"%s> %s</label><br>', esc_attr( OPTION ), esc_attr( $name ), esc_attr( $value ), $ticked, esc_html( $label ) ); // phpcs:ignore WordPress.Security.EscapeOutput
	}
	echo '</fieldset>';
}

/**
 * A line of text.
 *
 * @param array $field Has the name.
 */
function draw_line( array $field ) {
	printf(
		'<input type="text" class="regular-text" maxlength="%d" id="onrecord-%s" name="%s[%s]" value="%s"><p class="description">%s</p>',
		(int) LONGEST_NAME,
		esc_attr( $field['name'] ),
		esc_attr( OPTION ),
		esc_attr( $field['name'] ),
		esc_attr( settings()[ $field['name'] ] ),
		esc_html__( 'Who speaks where an article says "told us". Empty: the name of the site.', 'onrecord' )
	);
}
