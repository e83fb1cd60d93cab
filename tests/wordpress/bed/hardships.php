<?php
/**
 * What other plugins and themes do to ours, each when the cookie "bed" names it.
 */

/** Whether a hardship is asked for. */
function bed( string $hardship ): bool {
	return in_array( $hardship, explode( '+', $_COOKIE['bed'] ?? '' ), true );
}

/** Optimisers hold scripts back until somebody moves. */
if ( bed( 'delay' ) ) {
	add_filter( 'script_loader_tag', fn( $tag ) => str_replace( '<script ', '<script type="text/delayed" ', str_replace( array( "type='text/javascript'", 'type="text/javascript"' ), '', $tag ) ), 99 );
	add_action(
		'wp_footer',
		function () {
			?>
			<script>addEventListener("pointerdown", () => {
				for (const held of document.querySelectorAll("script[type='text/delayed']")) {
					const script = document.createElement("script");
					for (const { name, value } of held.attributes) if (name !== "type") script.setAttribute(name, value);
					held.replaceWith(script);
				}
			}, { once: true, capture: true });</script>
			<?php
		},
		99
	);
}

/** Another plugin brings a copy of the same script. */
if ( bed( 'twice' ) ) {
	add_action( 'wp_head', fn() => printf( '<script src="%s"></script>', esc_url( plugins_url( 'onrecord/assets/' . OnRecord\VERSION . '/onrecord.js?again' ) ) ) );
}

/** Minifiers take comments, spaces, quotation marks and closing tags. */
if ( bed( 'minify' ) ) {
	add_action(
		'template_redirect',
		fn() => ob_start(
			function ( $html ) {
				$html = preg_replace( '/<!--(?!\[).*?-->/s', '', $html );
				$html = preg_replace( '/>\s+</', '><', preg_replace( '/[ \t\r\n]+/', ' ', $html ) );
				$html = preg_replace( '#</(?:p|li)>#', '', $html );
				return preg_replace( '/(\s[\w-]+)="([\w\/:.-]+)"/', '$1=$2', $html );
			}
		)
	);
}

/** Themes shout. */
if ( bed( 'hostile' ) ) {
	add_action(
		'wp_head',
		fn() => print( '<style>* { all: unset !important; color: #f0f !important; font: 3px/1 fantasy !important } on-record { display: none !important; visibility: hidden !important } button, section, ol, li { display: none !important }</style>' ),
		99
	);
}

/** Sites that keep the classic editor, with its plugin or without, do this. */
if ( bed( 'classic' ) ) {
	add_filter( 'use_block_editor_for_post', '__return_false', 100 );
}

/** For comparison: nothing of ours. */
if ( bed( 'without' ) ) {
	add_filter( 'option_active_plugins', '__return_empty_array' );
}
