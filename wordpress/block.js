/**
 * The block in the editor: what it is set to, and a live preview.
 *
 * The preview is a frame of the plugin's own page: the same widget that visitors get, which
 * neither the editor's styles nor its keys reach, in an editor that is a frame itself or not.
 * Plain JavaScript, as it is served: nothing builds it.
 */
( function ( wp, data ) {
	'use strict';
	const { createElement: el, Fragment, useEffect, useRef, useState } = wp.element;
	const { InspectorControls, useBlockProps } = wp.blockEditor;
	const { BaseControl, CheckboxControl, ColorPalette, PanelBody, SelectControl, TextControl } = wp.components;
	const words = data.words;
	const NAMES = [ 'territoire', 'profil', 'vues', 'titre', 'accent' ];
	const PAUSE = 400; // milliseconds without a key before the preview follows

	// The address of the preview. Its history is not the editor's.
	function address( attributes ) {
		const url = new URL( data.page );
		NAMES.forEach( ( name ) => attributes[ name ] && url.searchParams.set( name, attributes[ name ] ) );
		url.searchParams.set( 'historique', 'non' );
		return url.href;
	}

	// A value, once it has stopped changing.
	function useSettled( value ) {
		const [ settled, settle ] = useState( value );
		useEffect( () => {
			const timer = setTimeout( () => settle( value ), PAUSE );
			return () => clearTimeout( timer );
		}, [ value ] );
		return settled;
	}

	// The height that the frame's page tells.
	function useHeight( frame ) {
		const [ height, setHeight ] = useState( 600 );
		useEffect( () => {
			const view = frame.current.ownerDocument.defaultView;
			const hear = ( event ) => {
				const told = event.data || {};
				const known = told.type === 'orientation-palliative:hauteur' && told.hauteur > 0;
				if ( known && frame.current && event.source === frame.current.contentWindow ) {
					setHeight( Math.min( told.hauteur, 5000 ) );
				}
			};
			view.addEventListener( 'message', hear );
			return () => view.removeEventListener( 'message', hear );
		}, [] );
		return height;
	}

	function Preview( { attributes, isSelected } ) {
		const frame = useRef();
		const height = useHeight( frame );
		const src = useSettled( address( attributes ) );
		const style = { display: 'block', border: 0, width: '100%', height };
		// A click selects the block before it reaches the frame.
		const cover = { position: 'absolute', inset: 0 };
		return el( 'div', { style: { position: 'relative' } },
			el( 'iframe', { ref: frame, src, title: words.preview, style } ),
			! isSelected && el( 'div', { style: cover } )
		);
	}

	function choice( name, { attributes, setAttributes } ) {
		const known = Object.entries( data.choices[ name ] ).map( ( [ value, label ] ) => ( { value, label } ) );
		return el( SelectControl, {
			key: name,
			label: words[ name ],
			help: words[ name + '.help' ],
			value: attributes[ name ],
			options: [ { value: '', label: words.default }, ...known ],
			onChange: ( value ) => setAttributes( { [ name ]: value } ),
		} );
	}

	function views( { attributes, setAttributes } ) {
		const all = Object.keys( data.choices.vues );
		const chosen = attributes.vues.split( ',' ).filter( Boolean );
		// Kept in the order in which the widget offers them.
		const set = ( id, on ) => all.filter( ( view ) => ( view === id ? on : chosen.includes( view ) ) ).join( ',' );
		return el( BaseControl, { key: 'vues', id: 'orientation-palliative-vues', label: words.vues, help: words[ 'vues.help' ] },
			all.map( ( id ) => el( CheckboxControl, {
				key: id,
				label: data.choices.vues[ id ],
				checked: chosen.includes( id ),
				onChange: ( on ) => setAttributes( { vues: set( id, on ) } ),
			} ) )
		);
	}

	function controls( props ) {
		const { attributes, setAttributes } = props;
		return el( PanelBody, { title: words.panel },
			choice( 'territoire', props ),
			choice( 'profil', props ),
			views( props ),
			el( TextControl, {
				label: words.titre,
				help: words[ 'titre.help' ],
				value: attributes.titre,
				onChange: ( titre ) => setAttributes( { titre } ),
			} ),
			el( BaseControl, { id: 'orientation-palliative-accent', label: words.accent },
				el( ColorPalette, {
					colors: [],
					value: attributes.accent || undefined,
					onChange: ( accent ) => setAttributes( { accent: accent || '' } ),
				} )
			)
		);
	}

	wp.blocks.registerBlockType( 'orientation-palliative/widget', {
		edit: ( props ) => el( Fragment, null,
			el( InspectorControls, null, controls( props ) ),
			el( 'div', useBlockProps(), el( Preview, props ) )
		),
		// The server renders it: an author's post holds nothing that would be stripped.
		save: () => null,
	} );
} )( window.wp, window.orientationPalliativeBlock );
