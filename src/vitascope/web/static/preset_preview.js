var e=class extends Event{track;constructor(e,t){super(e),this.track=t.track}},t=new WeakMap;function n(e){return t.get(e)??r(e,{})}function r(e,n){let r=t.get(e);return r||t.set(e,r={}),Object.assign(r,n)}function i(t,r){let i=t.videoTracks;n(r).media=new WeakRef(t),n(r).renditionSet||(n(r).renditionSet=new Set);let a=n(i).trackSet;a.add(r);let o=a.size-1;o in s.prototype||Object.defineProperty(s.prototype,o,{get(){return[...n(this).trackSet][o]}}),queueMicrotask(()=>{i.dispatchEvent(new e(`addtrack`,{track:r}))})}function a(t){let r=n(t).media?.deref()?.videoTracks;r&&(n(r).trackSet.delete(t),queueMicrotask(()=>{r.dispatchEvent(new e(`removetrack`,{track:t}))}))}function o(e){let t=n(e).media?.deref()?.videoTracks??[],r=!1;for(let n of t)n!==e&&(n.selected=!1,r=!0);if(r){if(n(t).changeRequested)return;n(t).changeRequested=!0,queueMicrotask(()=>{delete n(t).changeRequested,t.dispatchEvent(new Event(`change`))})}}var s=class extends EventTarget{#e;#t;#n;constructor(){super(),n(this).trackSet=new Set}get#r(){return n(this).trackSet}[Symbol.iterator](){return this.#r.values()}get length(){return this.#r.size}getTrackById(e){return[...this.#r].find(t=>t.id===e)??null}get selectedIndex(){return[...this.#r].findIndex(e=>e.selected)}get onaddtrack(){return this.#e}set onaddtrack(e){this.#e&&=(this.removeEventListener(`addtrack`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addtrack`,e))}get onremovetrack(){return this.#t}set onremovetrack(e){this.#t&&=(this.removeEventListener(`removetrack`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removetrack`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},c=class extends Event{rendition;constructor(e,t){super(e),this.rendition=t.rendition}};function l(e,t){let r=n(e).media?.deref()?.videoRenditions;n(t).media=n(e).media,n(t).track=e;let i=n(e).renditionSet;i.add(t);let a=i.size-1;a in p.prototype||Object.defineProperty(p.prototype,a,{get(){return f(this)[a]}}),queueMicrotask(()=>{r&&e.selected&&r.dispatchEvent(new c(`addrendition`,{rendition:t}))})}function u(e){let t=n(e).media?.deref()?.videoRenditions,r=n(e).track;n(r).renditionSet.delete(e),queueMicrotask(()=>{let r=n(e).track;t&&r.selected&&t.dispatchEvent(new c(`removerendition`,{rendition:e}))})}function d(e){let t=n(e).media?.deref()?.videoRenditions;t&&!n(t).changeRequested&&(n(t).changeRequested=!0,queueMicrotask(()=>{delete n(t).changeRequested,n(e).track.selected&&t.dispatchEvent(new Event(`change`))}))}function f(e){let t=n(e).media?.deref();return t?[...t.videoTracks].filter(e=>e.selected).flatMap(e=>[...n(e).renditionSet]):[]}var p=class extends EventTarget{#e;#t;#n;[Symbol.iterator](){return f(this).values()}get length(){return f(this).length}getRenditionById(e){return f(this).find(t=>`${t.id}`==`${e}`)??null}get selectedIndex(){return f(this).findIndex(e=>e.selected)}set selectedIndex(e){for(let[t,n]of f(this).entries())n.selected=t===e}get onaddrendition(){return this.#e}set onaddrendition(e){this.#e&&=(this.removeEventListener(`addrendition`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addrendition`,e))}get onremoverendition(){return this.#t}set onremoverendition(e){this.#t&&=(this.removeEventListener(`removerendition`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removerendition`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},m=class{src;id;width;height;bitrate;frameRate;codec;#e=!1;get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,d(this))}},h=class{id;kind;label=``;language=``;sourceBuffer;#e=!1;addRendition(e,t,n,r,i,a){let o=new m;return o.src=e,o.width=t,o.height=n,o.frameRate=a,o.bitrate=i,o.codec=r,l(this,o),o}removeRendition(e){u(e)}get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,e===!0&&o(this))}};function ee(e,t){let r=n(e).media?.deref()?.audioRenditions;n(t).media=n(e).media,n(t).track=e;let i=n(e).renditionSet;i.add(t);let a=i.size-1;a in ie.prototype||Object.defineProperty(ie.prototype,a,{get(){return re(this)[a]}}),queueMicrotask(()=>{r&&e.enabled&&r.dispatchEvent(new c(`addrendition`,{rendition:t}))})}function te(e){let t=n(e).media?.deref()?.audioRenditions,r=n(e).track;n(r).renditionSet.delete(e),queueMicrotask(()=>{let r=n(e).track;t&&r.enabled&&t.dispatchEvent(new c(`removerendition`,{rendition:e}))})}function ne(e){let t=n(e).media?.deref()?.audioRenditions;t&&!n(t).changeRequested&&(n(t).changeRequested=!0,queueMicrotask(()=>{delete n(t).changeRequested,n(e).track.enabled&&t.dispatchEvent(new Event(`change`))}))}function re(e){let t=n(e).media?.deref();return t?[...t.audioTracks].filter(e=>e.enabled).flatMap(e=>[...n(e).renditionSet]):[]}var ie=class extends EventTarget{#e;#t;#n;[Symbol.iterator](){return re(this).values()}get length(){return re(this).length}getRenditionById(e){return re(this).find(t=>`${t.id}`==`${e}`)??null}get selectedIndex(){return re(this).findIndex(e=>e.selected)}set selectedIndex(e){for(let[t,n]of re(this).entries())n.selected=t===e}get onaddrendition(){return this.#e}set onaddrendition(e){this.#e&&=(this.removeEventListener(`addrendition`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addrendition`,e))}get onremoverendition(){return this.#t}set onremoverendition(e){this.#t&&=(this.removeEventListener(`removerendition`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removerendition`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},ae=class{src;id;bitrate;codec;#e=!1;get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,ne(this))}};function oe(t,r){let i=t.audioTracks;n(r).media=new WeakRef(t),n(r).renditionSet||(n(r).renditionSet=new Set);let a=n(i).trackSet;a.add(r);let o=a.size-1;o in le.prototype||Object.defineProperty(le.prototype,o,{get(){return[...n(this).trackSet][o]}}),queueMicrotask(()=>{i.dispatchEvent(new e(`addtrack`,{track:r}))})}function se(t){let r=n(t).media?.deref()?.audioTracks;r&&(n(r).trackSet.delete(t),queueMicrotask(()=>{r.dispatchEvent(new e(`removetrack`,{track:t}))}))}function ce(e){let t=n(e).media?.deref()?.audioTracks;t&&!n(t).changeRequested&&(n(t).changeRequested=!0,queueMicrotask(()=>{delete n(t).changeRequested,t.dispatchEvent(new Event(`change`))}))}var le=class extends EventTarget{#e;#t;#n;constructor(){super(),n(this).trackSet=new Set}get#r(){return n(this).trackSet}[Symbol.iterator](){return this.#r.values()}get length(){return this.#r.size}getTrackById(e){return[...this.#r].find(t=>t.id===e)??null}get onaddtrack(){return this.#e}set onaddtrack(e){this.#e&&=(this.removeEventListener(`addtrack`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addtrack`,e))}get onremovetrack(){return this.#t}set onremovetrack(e){this.#t&&=(this.removeEventListener(`removetrack`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removetrack`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},ue=class{id;kind;label=``;language=``;sourceBuffer;#e=!1;addRendition(e,t,n){let r=new ae;return r.src=e,r.codec=t,r.bitrate=n,ee(this,r),r}removeRendition(e){te(e)}get enabled(){return this.#e}set enabled(e){this.#e!==e&&(this.#e=e,ce(this))}},de=me(globalThis.HTMLMediaElement,`video`),fe=me(globalThis.HTMLMediaElement,`audio`);function pe(e){if(!e?.prototype)return e;let t=me(e,`video`);(!t||`${t}`.includes(`[native code]`))&&Object.defineProperty(e.prototype,"videoTracks",{get(){return he(this)}});let r=me(e,`audio`);(!r||`${r}`.includes(`[native code]`))&&Object.defineProperty(e.prototype,"audioTracks",{get(){return ge(this)}}),`addVideoTrack`in e.prototype||(e.prototype.addVideoTrack=function(e,t=``,n=``){let r=new h;return r.kind=e,r.label=t,r.language=n,i(this,r),r}),`removeVideoTrack`in e.prototype||(e.prototype.removeVideoTrack=a),`addAudioTrack`in e.prototype||(e.prototype.addAudioTrack=function(e,t=``,n=``){let r=new ue;return r.kind=e,r.label=t,r.language=n,oe(this,r),r}),`removeAudioTrack`in e.prototype||(e.prototype.removeAudioTrack=se),`videoRenditions`in e.prototype||Object.defineProperty(e.prototype,"videoRenditions",{get(){return o(this)}});let o=e=>{let t=n(e).videoRenditions;return t||(t=new p,n(t).media=new WeakRef(e),n(e).videoRenditions=t),t};`audioRenditions`in e.prototype||Object.defineProperty(e.prototype,"audioRenditions",{get(){return s(this)}});let s=e=>{let t=n(e).audioRenditions;return t||(t=new ie,n(t).media=new WeakRef(e),n(e).audioRenditions=t),t};return e}function me(e,t){if(e?.prototype)return Object.getOwnPropertyDescriptor(e.prototype,`${t}Tracks`)?.get}function he(e){let t=n(e).videoTracks;if(!t&&(t=new s,n(e).videoTracks=t,de)){let n=de.call(e.nativeEl??e);for(let t of n)i(e,t);n.addEventListener(`change`,()=>{t.dispatchEvent(new Event(`change`))}),n.addEventListener(`addtrack`,r=>{if([...t].some(e=>e instanceof h))for(let e of n)a(e);else i(e,r.track)}),n.addEventListener(`removetrack`,e=>{a(e.track)})}return t}function ge(e){let t=n(e).audioTracks;if(!t&&(t=new le,n(e).audioTracks=t,fe)){let n=fe.call(e.nativeEl??e);for(let t of n)oe(e,t);n.addEventListener(`change`,()=>{t.dispatchEvent(new Event(`change`))}),n.addEventListener(`addtrack`,r=>{if([...t].some(e=>e instanceof ue))for(let e of n)se(e);else oe(e,r.track)}),n.addEventListener(`removetrack`,e=>{se(e.track)})}return t}function _e(e,t){let[n=0,r=0]=[ve(e),ve(t)].sort((e,t)=>e-t);return(r+.05)/(n+.05)}function ve(e){let[t=0,n=0,r=0]=[1,3,5].map(t=>ye(parseInt(e.slice(t,t+2),16)));return .2126*t+.7152*n+.0722*r}function ye(e){let t=e/255;return t<=.04045?t/12.92:((t+.055)/1.055)**2.4}var be=class{addEventListener(){}removeEventListener(){}dispatchEvent(){return!0}},xe=class extends be{},Se=class extends xe{constructor(){super(...arguments),this.role=null}},Ce=class{observe(){}unobserve(){}disconnect(){}},we={createElement:function(){return new Te.HTMLElement},createElementNS:function(){return new Te.HTMLElement},addEventListener(){},removeEventListener(){},dispatchEvent(e){return!1}},Te={ResizeObserver:Ce,document:we,Node:xe,Element:Se,HTMLElement:class extends Se{constructor(){super(...arguments),this.innerHTML=``}get content(){return new Te.DocumentFragment}},DocumentFragment:class extends be{},customElements:{get:function(){},define:function(){},whenDefined:function(){}},localStorage:{getItem(e){return null},setItem(e,t){},removeItem(e){}},CustomEvent:function(){},getComputedStyle:function(){},navigator:{languages:[],get userAgent(){return``}},matchMedia(e){return{matches:!1,media:e}},DOMParser:class{parseFromString(e,t){return{body:{textContent:e}}}}},Ee=`global`in globalThis&&(globalThis==null?void 0:globalThis.global)===globalThis||typeof window>`u`||window.customElements===void 0,De=Object.keys(Te).every(e=>e in globalThis),g=Ee&&!De?Te:globalThis,_=Ee&&!De?we:globalThis.document,v={MEDIA_PLAY_REQUEST:`mediaplayrequest`,MEDIA_PAUSE_REQUEST:`mediapauserequest`,MEDIA_MUTE_REQUEST:`mediamuterequest`,MEDIA_UNMUTE_REQUEST:`mediaunmuterequest`,MEDIA_LOOP_REQUEST:`medialooprequest`,MEDIA_VOLUME_REQUEST:`mediavolumerequest`,MEDIA_SEEK_REQUEST:`mediaseekrequest`,MEDIA_AIRPLAY_REQUEST:`mediaairplayrequest`,MEDIA_ENTER_FULLSCREEN_REQUEST:`mediaenterfullscreenrequest`,MEDIA_EXIT_FULLSCREEN_REQUEST:`mediaexitfullscreenrequest`,MEDIA_PREVIEW_REQUEST:`mediapreviewrequest`,MEDIA_ENTER_PIP_REQUEST:`mediaenterpiprequest`,MEDIA_EXIT_PIP_REQUEST:`mediaexitpiprequest`,MEDIA_ENTER_CAST_REQUEST:`mediaentercastrequest`,MEDIA_EXIT_CAST_REQUEST:`mediaexitcastrequest`,MEDIA_SHOW_TEXT_TRACKS_REQUEST:`mediashowtexttracksrequest`,MEDIA_HIDE_TEXT_TRACKS_REQUEST:`mediahidetexttracksrequest`,MEDIA_SHOW_SUBTITLES_REQUEST:`mediashowsubtitlesrequest`,MEDIA_DISABLE_SUBTITLES_REQUEST:`mediadisablesubtitlesrequest`,MEDIA_TOGGLE_SUBTITLES_REQUEST:`mediatogglesubtitlesrequest`,MEDIA_PLAYBACK_RATE_REQUEST:`mediaplaybackraterequest`,MEDIA_RENDITION_REQUEST:`mediarenditionrequest`,MEDIA_AUDIO_TRACK_REQUEST:`mediaaudiotrackrequest`,MEDIA_SEEK_TO_LIVE_REQUEST:`mediaseektoliverequest`,REGISTER_MEDIA_STATE_RECEIVER:`registermediastatereceiver`,UNREGISTER_MEDIA_STATE_RECEIVER:`unregistermediastatereceiver`},y={MEDIA_CHROME_ATTRIBUTES:`mediachromeattributes`,MEDIA_CONTROLLER:`mediacontroller`},Oe={MEDIA_AIRPLAY_UNAVAILABLE:`mediaAirplayUnavailable`,MEDIA_AUDIO_TRACK_ENABLED:`mediaAudioTrackEnabled`,MEDIA_AUDIO_TRACK_LIST:`mediaAudioTrackList`,MEDIA_AUDIO_TRACK_UNAVAILABLE:`mediaAudioTrackUnavailable`,MEDIA_BUFFERED:`mediaBuffered`,MEDIA_CAST_UNAVAILABLE:`mediaCastUnavailable`,MEDIA_CHAPTERS_CUES:`mediaChaptersCues`,MEDIA_CURRENT_TIME:`mediaCurrentTime`,MEDIA_DURATION:`mediaDuration`,MEDIA_ENDED:`mediaEnded`,MEDIA_ERROR:`mediaError`,MEDIA_ERROR_CODE:`mediaErrorCode`,MEDIA_ERROR_MESSAGE:`mediaErrorMessage`,MEDIA_FULLSCREEN_UNAVAILABLE:`mediaFullscreenUnavailable`,MEDIA_HAS_PLAYED:`mediaHasPlayed`,MEDIA_HEIGHT:`mediaHeight`,MEDIA_IS_AIRPLAYING:`mediaIsAirplaying`,MEDIA_IS_CASTING:`mediaIsCasting`,MEDIA_IS_FULLSCREEN:`mediaIsFullscreen`,MEDIA_IS_PIP:`mediaIsPip`,MEDIA_LOADING:`mediaLoading`,MEDIA_MUTED:`mediaMuted`,MEDIA_LOOP:`mediaLoop`,MEDIA_PAUSED:`mediaPaused`,MEDIA_PIP_UNAVAILABLE:`mediaPipUnavailable`,MEDIA_PLAYBACK_RATE:`mediaPlaybackRate`,MEDIA_PREVIEW_CHAPTER:`mediaPreviewChapter`,MEDIA_PREVIEW_COORDS:`mediaPreviewCoords`,MEDIA_PREVIEW_IMAGE:`mediaPreviewImage`,MEDIA_PREVIEW_TIME:`mediaPreviewTime`,MEDIA_RENDITION_LIST:`mediaRenditionList`,MEDIA_RENDITION_SELECTED:`mediaRenditionSelected`,MEDIA_RENDITION_UNAVAILABLE:`mediaRenditionUnavailable`,MEDIA_SEEKABLE:`mediaSeekable`,MEDIA_STREAM_TYPE:`mediaStreamType`,MEDIA_SUBTITLES_LIST:`mediaSubtitlesList`,MEDIA_SUBTITLES_SHOWING:`mediaSubtitlesShowing`,MEDIA_TARGET_LIVE_WINDOW:`mediaTargetLiveWindow`,MEDIA_TIME_IS_LIVE:`mediaTimeIsLive`,MEDIA_VOLUME:`mediaVolume`,MEDIA_VOLUME_LEVEL:`mediaVolumeLevel`,MEDIA_VOLUME_UNAVAILABLE:`mediaVolumeUnavailable`,MEDIA_LANG:`mediaLang`,MEDIA_WIDTH:`mediaWidth`},ke=Object.entries(Oe),b=ke.reduce((e,[t,n])=>(e[t]=n.toLowerCase(),e),{}),Ae=ke.reduce((e,[t,n])=>(e[t]=n.toLowerCase(),e),{USER_INACTIVE_CHANGE:`userinactivechange`,BREAKPOINTS_CHANGE:`breakpointchange`,BREAKPOINTS_COMPUTED:`breakpointscomputed`});Object.entries(Ae).reduce((e,[t,n])=>{let r=b[t];return r&&(e[n]=r),e},{userinactivechange:`userinactive`});var je=Object.entries(b).reduce((e,[t,n])=>{let r=Ae[t];return r&&(e[n]=r),e},{userinactive:`userinactivechange`}),Me={SUBTITLES:`subtitles`,CAPTIONS:`captions`,DESCRIPTIONS:`descriptions`,CHAPTERS:`chapters`,METADATA:`metadata`},Ne={DISABLED:`disabled`,HIDDEN:`hidden`,SHOWING:`showing`},Pe={MOUSE:`mouse`,PEN:`pen`,TOUCH:`touch`},x={UNAVAILABLE:`unavailable`,UNSUPPORTED:`unsupported`},Fe={LIVE:`live`,ON_DEMAND:`on-demand`,UNKNOWN:`unknown`},Ie={INLINE:`inline`,FULLSCREEN:`fullscreen`,PICTURE_IN_PICTURE:`picture-in-picture`},Le=new WeakMap,Re=e=>{let t=Le.get(e);return t||Le.set(e,t=new Set),t},ze=new g.ResizeObserver(e=>{for(let t of e)for(let e of Re(t.target))e(t)});function Be(e,t){Re(e).add(t),ze.observe(e)}function Ve(e,t){let n=Re(e);n.delete(t),n.size||ze.unobserve(e)}function S(e){let t={};for(let n of e)t[n.name]=n.value;return t}function He(e){return Ue(e)??Ge(e,`media-controller`)}function Ue(e){let{MEDIA_CONTROLLER:t}=y,n=e.getAttribute(t);if(n)return qe(e)?.getElementById(n)}var We=(e,t)=>!e||!t?!1:e?.contains(t)?!0:We(e,t.getRootNode().host),Ge=(e,t)=>e?e.closest(t)||Ge(e.getRootNode().host,t):null;function Ke(e=document){let t=e?.activeElement;return t?Ke(t.shadowRoot)??t:null}function qe(e){let t=(e?.getRootNode)?.call(e);return t instanceof ShadowRoot||t instanceof Document?t:null}function Je(e,{depth:t=3,checkOpacity:n=!0,checkVisibilityCSS:r=!0}={}){if(e.checkVisibility)return e.checkVisibility({checkOpacity:n,checkVisibilityCSS:r});let i=e;for(;i&&t>0;){let e=getComputedStyle(i);if(n&&e.opacity===`0`||r&&e.visibility===`hidden`||e.display===`none`)return!1;i=i.parentElement,t--}return!0}function Ye(e,t,n,r){let i=r.x-n.x,a=r.y-n.y,o=i*i+a*a;if(o===0)return 0;let s=((e-n.x)*i+(t-n.y)*a)/o;return Math.max(0,Math.min(1,s))}function C(e,t){return Xe(e,e=>e===t)||Ze(e,t)}function Xe(e,t){let n;for(n of e.querySelectorAll(`style:not([media])`)??[]){let e;try{e=n.sheet?.cssRules}catch{continue}for(let n of e??[])if(t(n.selectorText))return n}}function Ze(e,t){let n=e.querySelectorAll(`style:not([media])`)??[],r=n?.[n.length-1];if(!r?.sheet)return console.warn(`Media Chrome: No style sheet found on style tag of`,e),{style:{setProperty:()=>{},removeProperty:()=>``,getPropertyValue:()=>``}};let i=r?.sheet.insertRule(`${t}{}`,r.sheet.cssRules.length);return r.sheet.cssRules?.[i]}function w(e,t,n=NaN){let r=e.getAttribute(t);return r==null?n:+r}function T(e,t,n){let r=+n;n==null||Number.isNaN(r)?e.hasAttribute(t)&&e.removeAttribute(t):w(e,t,void 0)!==r&&e.setAttribute(t,`${r}`)}function E(e,t){return e.hasAttribute(t)}function D(e,t,n){n==null?e.hasAttribute(t)&&e.removeAttribute(t):E(e,t)!=n&&e.toggleAttribute(t,n)}function O(e,t,n=null){return e.getAttribute(t)??n}function k(e,t,n){if(n==null){e.hasAttribute(t)&&e.removeAttribute(t);return}let r=`${n}`;O(e,t,void 0)!==r&&e.setAttribute(t,r)}var Qe=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},$e=(e,t,n)=>(Qe(e,t,`read from private field`),n?n.call(e):t.get(e)),et=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},tt=(e,t,n,r)=>(Qe(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),A;function nt(e){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-gesture-receiver-display, inline-block));
        box-sizing: border-box;
      }
    </style>
  `}var rt=class extends g.HTMLElement{constructor(){if(super(),et(this,A,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[y.MEDIA_CONTROLLER,b.MEDIA_PAUSED]}attributeChangedCallback(e,t,n){var r,i,a,o;e===y.MEDIA_CONTROLLER&&(t&&((i=(r=$e(this,A))?.unassociateElement)==null||i.call(r,this),tt(this,A,null)),n&&this.isConnected&&(tt(this,A,this.getRootNode()?.getElementById(n)),(o=(a=$e(this,A))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;this.tabIndex=-1,this.setAttribute(`aria-hidden`,`true`),tt(this,A,it(this)),this.getAttribute(y.MEDIA_CONTROLLER)&&((t=(e=$e(this,A))?.associateElement)==null||t.call(e,this)),$e(this,A)&&($e(this,A).addEventListener(`pointerdown`,this),$e(this,A).addEventListener(`click`,this),$e(this,A).hasAttribute(`tabindex`)||($e(this,A).tabIndex=0))}disconnectedCallback(){var e,t,n,r;this.getAttribute(y.MEDIA_CONTROLLER)&&((t=(e=$e(this,A))?.unassociateElement)==null||t.call(e,this)),(n=$e(this,A))==null||n.removeEventListener(`pointerdown`,this),(r=$e(this,A))==null||r.removeEventListener(`click`,this),tt(this,A,null)}handleEvent(e){let t=e.composedPath()?.[0];if([`video`,`media-controller`].includes(t?.localName)){if(e.type===`pointerdown`)this._pointerType=e.pointerType;else if(e.type===`click`){let{clientX:t,clientY:n}=e,{left:r,top:i,width:a,height:o}=this.getBoundingClientRect(),s=t-r,c=n-i;if(s<0||c<0||s>a||c>o||a===0&&o===0)return;let l=this._pointerType||`mouse`;if(this._pointerType=void 0,l===Pe.TOUCH){this.handleTap(e);return}if(l===Pe.MOUSE||l===Pe.PEN){this.handleMouseClick(e);return}}}}get mediaPaused(){return E(this,b.MEDIA_PAUSED)}set mediaPaused(e){D(this,b.MEDIA_PAUSED,e)}handleTap(e){}handleMouseClick(e){let t=this.mediaPaused?v.MEDIA_PLAY_REQUEST:v.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new g.CustomEvent(t,{composed:!0,bubbles:!0}))}};A=new WeakMap,rt.shadowRootOptions={mode:`open`},rt.getTemplateHTML=nt;function it(e){let t=e.getAttribute(y.MEDIA_CONTROLLER);return t?e.getRootNode()?.getElementById(t):Ge(e,`media-controller`)}g.customElements.get(`media-gesture-receiver`)||g.customElements.define(`media-gesture-receiver`,rt);var at=rt,ot={en:{"Start airplay":`Start airplay`,"Stop airplay":`Stop airplay`,Audio:`Audio`,Captions:`Captions`,"Enable captions":`Enable captions`,"Disable captions":`Disable captions`,"Start casting":`Start casting`,"Stop casting":`Stop casting`,"Enter fullscreen mode":`Enter fullscreen mode`,"Exit fullscreen mode":`Exit fullscreen mode`,Mute:`Mute`,Unmute:`Unmute`,Loop:`Loop`,"Enter picture in picture mode":`Enter picture in picture mode`,"Exit picture in picture mode":`Exit picture in picture mode`,Play:`Play`,Pause:`Pause`,"Playback rate":`Playback rate`,"Playback rate {playbackRate}":`Playback rate {playbackRate}`,Quality:`Quality`,"Seek backward":`Seek backward`,"Seek forward":`Seek forward`,Settings:`Settings`,Auto:`Auto`,"audio player":`audio player`,"video player":`video player`,volume:`volume`,seek:`seek`,"closed captions":`closed captions`,"current playback rate":`current playback rate`,"playback time":`playback time`,"media loading":`media loading`,settings:`settings`,"audio tracks":`audio tracks`,quality:`quality`,play:`play`,pause:`pause`,mute:`mute`,unmute:`unmute`,"chapter: {chapterName}":`chapter: {chapterName}`,live:`live`,Off:`Off`,"start airplay":`start airplay`,"stop airplay":`stop airplay`,"start casting":`start casting`,"stop casting":`stop casting`,"enter fullscreen mode":`enter fullscreen mode`,"exit fullscreen mode":`exit fullscreen mode`,"enter picture in picture mode":`enter picture in picture mode`,"exit picture in picture mode":`exit picture in picture mode`,"seek to live":`seek to live`,"playing live":`playing live`,"seek back {seekOffset} seconds":`seek back {seekOffset} seconds`,"seek forward {seekOffset} seconds":`seek forward {seekOffset} seconds`,"Network Error":`Network Error`,"Decode Error":`Decode Error`,"Source Not Supported":`Source Not Supported`,"Encryption Error":`Encryption Error`,"A network error caused the media download to fail.":`A network error caused the media download to fail.`,"A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":`A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.`,"An unsupported error occurred. The server or network failed, or your browser does not support this format.":`An unsupported error occurred. The server or network failed, or your browser does not support this format.`,"The media is encrypted and there are no keys to decrypt it.":`The media is encrypted and there are no keys to decrypt it.`,hour:`hour`,hours:`hours`,minute:`minute`,minutes:`minutes`,second:`second`,seconds:`seconds`,"{time} remaining":`{time} remaining`,"{currentTime} of {totalTime}":`{currentTime} of {totalTime}`,"video not loaded, unknown time.":`video not loaded, unknown time.`}},st=globalThis.navigator?.language||`en`,ct=e=>{st=e},lt=e=>{let[t]=st.split(`-`);return ot[st]?.[e]||ot[t]?.[e]||ot.en?.[e]||e},ut=()=>{let[e]=st.split(`-`);return ot[st]?st:ot[e]?e:`en`},j=(e,t={})=>lt(e).replace(/\{(\w+)\}/g,(e,n)=>n in t?String(t[n]):`{${n}}`),dt=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},M=(e,t,n)=>(dt(e,t,`read from private field`),n?n.call(e):t.get(e)),N=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ft=(e,t,n,r)=>(dt(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),pt=(e,t,n)=>(dt(e,t,`access private method`),n),mt,ht,gt,_t,vt,yt,bt,xt,St,Ct,wt,Tt,Et,Dt,Ot,kt,At,jt,Mt,Nt,P={AUDIO:`audio`,AUTOHIDE:`autohide`,BREAKPOINTS:`breakpoints`,GESTURES_DISABLED:`gesturesdisabled`,KEYBOARD_CONTROL:`keyboardcontrol`,NO_AUTOHIDE:`noautohide`,USER_INACTIVE:`userinactive`,AUTOHIDE_OVER_CONTROLS:`autohideovercontrols`};function Pt(e){return`
    <style>
      
      :host([${b.MEDIA_IS_FULLSCREEN}]) ::slotted([slot=media]) {
        outline: none;
      }

      :host {
        box-sizing: border-box;
        position: relative;
        display: inline-block;
        line-height: 0;
        background-color: var(--media-background-color, #000);
        overflow: hidden;
      }

      :host(:not([${P.AUDIO}])) [part~=layer]:not([part~=media-layer]) {
        position: absolute;
        top: 0;
        left: 0;
        bottom: 0;
        right: 0;
        display: flex;
        flex-flow: column nowrap;
        align-items: start;
        pointer-events: none;
        background: none;
      }

      slot[name=media] {
        display: var(--media-slot-display, contents);
      }

      
      :host([${P.AUDIO}]) slot[name=media] {
        display: var(--media-slot-display, none);
      }

      
      :host([${P.AUDIO}]) [part~=layer][part~=gesture-layer] {
        height: 0;
        display: block;
      }

      
      :host(:not([${P.AUDIO}])[${P.GESTURES_DISABLED}]) ::slotted([slot=gestures-chrome]),
          :host(:not([${P.AUDIO}])[${P.GESTURES_DISABLED}]) media-gesture-receiver[slot=gestures-chrome] {
        display: none;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not(media-loading-indicator):not([role=dialog]):not([hidden])) {
        pointer-events: auto;
      }

      :host(:not([${P.AUDIO}])) *[part~=layer][part~=centered-layer] {
        align-items: center;
        justify-content: center;
      }

      :host(:not([${P.AUDIO}])) ::slotted(media-gesture-receiver[slot=gestures-chrome]),
      :host(:not([${P.AUDIO}])) media-gesture-receiver[slot=gestures-chrome] {
        align-self: stretch;
        flex-grow: 1;
      }

      slot[name=middle-chrome] {
        display: inline;
        flex-grow: 1;
        pointer-events: none;
        background: none;
      }

      
      ::slotted([slot=media]),
      ::slotted([slot=poster]) {
        width: 100%;
        height: 100%;
      }

      
      :host(:not([${P.AUDIO}])) .spacer {
        flex-grow: 1;
      }

      
      :host(:-webkit-full-screen) {
        
        width: 100% !important;
        height: 100% !important;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not([${P.NO_AUTOHIDE}]):not([hidden]):not([role=dialog])) {
        opacity: 1;
        transition: var(--media-control-transition-in, opacity 0.25s);
      }

      
      :host([${P.USER_INACTIVE}]:not([${b.MEDIA_PAUSED}]):not([${b.MEDIA_IS_AIRPLAYING}]):not([${b.MEDIA_IS_CASTING}]):not([${P.AUDIO}])) ::slotted(:not([slot=media]):not([slot=poster]):not([${P.NO_AUTOHIDE}]):not([role=dialog])) {
        opacity: 0;
        transition: var(--media-control-transition-out, opacity 1s);
      }

      :host([${P.USER_INACTIVE}]:not([${P.NO_AUTOHIDE}]):not([${b.MEDIA_PAUSED}]):not([${b.MEDIA_IS_CASTING}]):not([${P.AUDIO}])) ::slotted([slot=media]) {
        cursor: none;
      }

      :host([${P.USER_INACTIVE}][${P.AUTOHIDE_OVER_CONTROLS}]:not([${P.NO_AUTOHIDE}]):not([${b.MEDIA_PAUSED}]):not([${b.MEDIA_IS_CASTING}]):not([${P.AUDIO}])) * {
        --media-cursor: none;
        cursor: none;
      }


      ::slotted(media-control-bar)  {
        align-self: stretch;
      }

      
      
      :host(:not([${P.AUDIO}])[${b.MEDIA_HAS_PLAYED}]) slot[name=poster],
      :host(:not([${P.AUDIO}])[${b.MEDIA_STREAM_TYPE}="${Fe.ON_DEMAND}"][${b.MEDIA_CURRENT_TIME}]:not([${b.MEDIA_CURRENT_TIME}="0"])) slot[name=poster] {
        display: none;
      }

      ::slotted([role=dialog]) {
        width: 100%;
        height: 100%;
        align-self: center;
      }

      ::slotted([role=menu]) {
        align-self: end;
      }
    </style>

    <slot name="media" part="layer media-layer"></slot>
    <slot name="poster" part="layer poster-layer"></slot>
    <slot name="gestures-chrome" part="layer gesture-layer">
      <media-gesture-receiver slot="gestures-chrome">
        <template shadowrootmode="${at.shadowRootOptions.mode}">
          ${at.getTemplateHTML({})}
        </template>
      </media-gesture-receiver>
    </slot>
    <span part="layer vertical-layer">
      <slot name="top-chrome" part="top chrome"></slot>
      <slot name="middle-chrome" part="middle chrome"></slot>
      <slot name="centered-chrome" part="layer centered-layer center centered chrome"></slot>
      
      <slot part="bottom chrome"></slot>
    </span>
    <slot name="dialog" part="layer dialog-layer"></slot>
  `}var Ft=Object.values(b),It=`sm:384 md:576 lg:768 xl:960`;function Lt(e){Rt(e.target,e.contentRect.width)}function Rt(e,t){if(!e.isConnected)return;let n=zt(e.getAttribute(P.BREAKPOINTS)??It),r=Bt(n,t),i=!1;if(Object.keys(n).forEach(t=>{r.includes(t)?e.hasAttribute(`breakpoint${t}`)||(e.setAttribute(`breakpoint${t}`,``),i=!0):e.hasAttribute(`breakpoint${t}`)&&(e.removeAttribute(`breakpoint${t}`),i=!0)}),i){let t=new CustomEvent(Ae.BREAKPOINTS_CHANGE,{detail:r});e.dispatchEvent(t)}e.breakpointsComputed||(e.breakpointsComputed=!0,e.dispatchEvent(new CustomEvent(Ae.BREAKPOINTS_COMPUTED,{bubbles:!0,composed:!0})))}function zt(e){let t=e.split(/\s+/);return Object.fromEntries(t.map(e=>e.split(`:`)))}function Bt(e,t){return Object.keys(e).filter(n=>t>=parseInt(e[n]))}var Vt=class extends g.HTMLElement{constructor(){if(super(),N(this,St),N(this,wt),N(this,Et),N(this,Ot),N(this,At),N(this,mt,void 0),N(this,ht,0),N(this,gt,null),N(this,_t,null),N(this,vt,void 0),this.breakpointsComputed=!1,N(this,yt,e=>{let t=this.media;for(let n of e){if(n.type!==`childList`)continue;let e=n.removedNodes;for(let r of e){if(r.slot!=`media`||n.target!=this)continue;let e=n.previousSibling&&n.previousSibling.previousElementSibling;if(!e||!t)this.mediaUnsetCallback(r);else{let t=e.slot!==`media`;for(;(e=e.previousSibling)!==null;)e.slot==`media`&&(t=!1);t&&this.mediaUnsetCallback(r)}}if(t)for(let e of n.addedNodes)e===t&&this.handleMediaUpdated(t)}}),N(this,bt,!1),N(this,xt,e=>{M(this,bt)||(setTimeout(()=>{Lt(e),ft(this,bt,!1)},0),ft(this,bt,!0))}),N(this,Mt,void 0),N(this,Nt,()=>{M(this,Mt).assignedElements({flatten:!0}).length?this.handleMediaUpdated(this.media):M(this,gt)&&this.mediaUnsetCallback(M(this,gt))}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}ft(this,mt,new MutationObserver(M(this,yt)))}static get observedAttributes(){return[P.AUTOHIDE,P.GESTURES_DISABLED].concat(Ft).filter(e=>![b.MEDIA_RENDITION_LIST,b.MEDIA_AUDIO_TRACK_LIST,b.MEDIA_CHAPTERS_CUES,b.MEDIA_WIDTH,b.MEDIA_HEIGHT,b.MEDIA_ERROR,b.MEDIA_ERROR_MESSAGE].includes(e))}attributeChangedCallback(e,t,n){e.toLowerCase()==P.AUTOHIDE&&(this.autohide=n)}get media(){let e=this.querySelector(`:scope > [slot=media]`);return e?.nodeName==`SLOT`&&(e=e.assignedElements({flatten:!0})[0]),e}async handleMediaUpdated(e){e&&(ft(this,gt,e),e.localName.includes(`-`)&&await g.customElements.whenDefined(e.localName),this.mediaSetCallback(e))}connectedCallback(){var e;M(this,mt).observe(this,{childList:!0,subtree:!0}),Be(this,M(this,xt));let t=this.getAttribute(P.AUDIO)==null?j(`video player`):j(`audio player`);this.setAttribute(`role`,`region`),this.setAttribute(`aria-label`,t),this.handleMediaUpdated(this.media),this.setAttribute(P.USER_INACTIVE,``),Rt(this,this.getBoundingClientRect().width);let n=this.querySelector(`:scope > slot[slot=media]`);n&&(ft(this,Mt,n),M(this,Mt).addEventListener(`slotchange`,M(this,Nt))),this.addEventListener(`pointerdown`,this),this.addEventListener(`pointermove`,this),this.addEventListener(`pointerup`,this),this.addEventListener(`mouseleave`,this),this.addEventListener(`keyup`,this),(e=g.window)==null||e.addEventListener(`mouseup`,this)}disconnectedCallback(){var e;Ve(this,M(this,xt)),clearTimeout(M(this,_t)),M(this,mt).disconnect(),this.media&&this.mediaUnsetCallback(this.media),(e=g.window)==null||e.removeEventListener(`mouseup`,this),this.removeEventListener(`pointerdown`,this),this.removeEventListener(`pointermove`,this),this.removeEventListener(`pointerup`,this),this.removeEventListener(`mouseleave`,this),this.removeEventListener(`keyup`,this),M(this,Mt)&&(M(this,Mt).removeEventListener(`slotchange`,M(this,Nt)),ft(this,Mt,null)),ft(this,bt,!1)}mediaSetCallback(e){}mediaUnsetCallback(e){ft(this,gt,null)}handleEvent(e){switch(e.type){case`pointerdown`:ft(this,ht,e.timeStamp);break;case`pointermove`:pt(this,St,Ct).call(this,e);break;case`pointerup`:pt(this,wt,Tt).call(this,e);break;case`mouseleave`:pt(this,Et,Dt).call(this);break;case`mouseup`:this.removeAttribute(P.KEYBOARD_CONTROL);break;case`keyup`:pt(this,At,jt).call(this),this.setAttribute(P.KEYBOARD_CONTROL,``)}}set autohide(e){let t=Number(e);ft(this,vt,isNaN(t)?0:t)}get autohide(){return(M(this,vt)===void 0?2:M(this,vt)).toString()}get breakpoints(){return O(this,P.BREAKPOINTS)}set breakpoints(e){k(this,P.BREAKPOINTS,e)}get audio(){return E(this,P.AUDIO)}set audio(e){D(this,P.AUDIO,e)}get gesturesDisabled(){return E(this,P.GESTURES_DISABLED)}set gesturesDisabled(e){D(this,P.GESTURES_DISABLED,e)}get keyboardControl(){return E(this,P.KEYBOARD_CONTROL)}set keyboardControl(e){D(this,P.KEYBOARD_CONTROL,e)}get noAutohide(){return E(this,P.NO_AUTOHIDE)}set noAutohide(e){D(this,P.NO_AUTOHIDE,e)}get autohideOverControls(){return E(this,P.AUTOHIDE_OVER_CONTROLS)}set autohideOverControls(e){D(this,P.AUTOHIDE_OVER_CONTROLS,e)}get userInteractive(){return E(this,P.USER_INACTIVE)}set userInteractive(e){D(this,P.USER_INACTIVE,e)}};mt=new WeakMap,ht=new WeakMap,gt=new WeakMap,_t=new WeakMap,vt=new WeakMap,yt=new WeakMap,bt=new WeakMap,xt=new WeakMap,St=new WeakSet,Ct=function(e){if(e.pointerType!==`mouse`&&e.timeStamp-M(this,ht)<250)return;pt(this,Ot,kt).call(this),clearTimeout(M(this,_t));let t=this.hasAttribute(P.AUTOHIDE_OVER_CONTROLS);([this,this.media].includes(e.target)||t)&&pt(this,At,jt).call(this)},wt=new WeakSet,Tt=function(e){if(e.pointerType===`touch`){let t=!this.hasAttribute(P.USER_INACTIVE);[this,this.media].includes(e.target)&&t?pt(this,Et,Dt).call(this):pt(this,At,jt).call(this)}else e.composedPath().some(e=>[`media-play-button`,`media-fullscreen-button`].includes(e?.localName))&&pt(this,At,jt).call(this)},Et=new WeakSet,Dt=function(){if(M(this,vt)<0||this.hasAttribute(P.USER_INACTIVE))return;this.setAttribute(P.USER_INACTIVE,``);let e=new g.CustomEvent(Ae.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!0});this.dispatchEvent(e)},Ot=new WeakSet,kt=function(){if(!this.hasAttribute(P.USER_INACTIVE))return;this.removeAttribute(P.USER_INACTIVE);let e=new g.CustomEvent(Ae.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!1});this.dispatchEvent(e)},At=new WeakSet,jt=function(){pt(this,Ot,kt).call(this),clearTimeout(M(this,_t));let e=parseInt(this.autohide);e<0||ft(this,_t,setTimeout(()=>{pt(this,Et,Dt).call(this)},e*1e3))},Mt=new WeakMap,Nt=new WeakMap,Vt.shadowRootOptions={mode:`open`},Vt.getTemplateHTML=Pt,g.customElements.get(`media-container`)||g.customElements.define(`media-container`,Vt);var Ht=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ut=(e,t,n)=>(Ht(e,t,`read from private field`),n?n.call(e):t.get(e)),Wt=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Gt=(e,t,n,r)=>(Ht(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Kt=(e,t,n)=>(Ht(e,t,`access private method`),n),qt,Jt,Yt,Xt,Zt,Qt,$t,en,tn,nn,rn,an,on,sn,cn;function ln(e){return`
    <style>
      :host {
        font: var(--media-font,
          var(--media-font-weight, normal)
          var(--media-font-size, 14px) /
          var(--media-text-content-height, var(--media-control-height, 24px))
          var(--media-font-family, helvetica neue, segoe ui, roboto, arial, sans-serif));
        color: var(--media-text-color, var(--media-primary-color, rgb(238 238 238)));
        display: var(--media-dialog-display, inline-flex);
        justify-content: center;
        align-items: center;
        
        transition-behavior: allow-discrete;
        visibility: hidden;
        opacity: 0;
        transform: translateY(2px) scale(.99);
        pointer-events: none;
      }

      :host([open]) {
        transition: display .2s, visibility 0s, opacity .2s ease-out, transform .15s ease-out;
        visibility: visible;
        opacity: 1;
        transform: translateY(0) scale(1);
        pointer-events: auto;
      }

      #content {
        display: flex;
        position: relative;
        box-sizing: border-box;
        width: min(320px, 100%);
        word-wrap: break-word;
        max-height: 100%;
        overflow: auto;
        text-align: center;
        line-height: 1.4;
      }
    </style>
    ${this.getSlotTemplateHTML(e)}
  `}function un(e){return`
    <slot id="content"></slot>
  `}var dn={OPEN:`open`,ANCHOR:`anchor`},fn=class extends g.HTMLElement{constructor(){super(),Wt(this,Xt),Wt(this,Qt),Wt(this,en),Wt(this,nn),Wt(this,an),Wt(this,sn),Wt(this,qt,!1),Wt(this,Jt,null),Wt(this,Yt,null)}static get observedAttributes(){return[dn.OPEN,dn.ANCHOR]}get open(){return E(this,dn.OPEN)}set open(e){D(this,dn.OPEN,e)}handleEvent(e){switch(e.type){case`invoke`:Kt(this,nn,rn).call(this,e);break;case`focusout`:Kt(this,an,on).call(this,e);break;case`keydown`:Kt(this,sn,cn).call(this,e)}}connectedCallback(){Kt(this,Xt,Zt).call(this),this.role||=`dialog`,this.addEventListener(`invoke`,this),this.addEventListener(`focusout`,this),this.addEventListener(`keydown`,this)}disconnectedCallback(){this.removeEventListener(`invoke`,this),this.removeEventListener(`focusout`,this),this.removeEventListener(`keydown`,this)}attributeChangedCallback(e,t,n){Kt(this,Xt,Zt).call(this),e===dn.OPEN&&n!==t&&(this.open?Kt(this,Qt,$t).call(this):Kt(this,en,tn).call(this))}focus(){Gt(this,Jt,Ke());let e=!this.dispatchEvent(new Event(`focus`,{composed:!0,cancelable:!0})),t=!this.dispatchEvent(new Event(`focusin`,{composed:!0,bubbles:!0,cancelable:!0}));e||t||this.querySelector(`[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]`)?.focus()}get keysUsed(){return[`Escape`,`Tab`]}};qt=new WeakMap,Jt=new WeakMap,Yt=new WeakMap,Xt=new WeakSet,Zt=function(){if(!Ut(this,qt)&&(Gt(this,qt,!0),!this.shadowRoot)){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e),queueMicrotask(()=>{let{style:e}=C(this.shadowRoot,`:host`);e.setProperty(`transition`,`display .15s, visibility .15s, opacity .15s ease-in, transform .15s ease-in`)})}},Qt=new WeakSet,$t=function(){var e;(e=Ut(this,Yt))==null||e.setAttribute(`aria-expanded`,`true`),this.dispatchEvent(new Event(`open`,{composed:!0,bubbles:!0})),this.addEventListener(`transitionend`,()=>this.focus(),{once:!0})},en=new WeakSet,tn=function(){var e;(e=Ut(this,Yt))==null||e.setAttribute(`aria-expanded`,`false`),this.dispatchEvent(new Event(`close`,{composed:!0,bubbles:!0}))},nn=new WeakSet,rn=function(e){Gt(this,Yt,e.relatedTarget),We(this,e.relatedTarget)||(this.open=!this.open)},an=new WeakSet,on=function(e){var t;We(this,e.relatedTarget)||((t=Ut(this,Jt))==null||t.focus(),Ut(this,Yt)&&Ut(this,Yt)!==e.relatedTarget&&this.open&&(this.open=!1))},sn=new WeakSet,cn=function(e){var t,n,r,i,a;let{key:o,ctrlKey:s,altKey:c,metaKey:l}=e;s||c||l||this.keysUsed.includes(o)&&(e.preventDefault(),e.stopPropagation(),o===`Tab`?(e.shiftKey?(n=(t=this.previousElementSibling)?.focus)==null||n.call(t):(i=(r=this.nextElementSibling)?.focus)==null||i.call(r),this.blur()):o===`Escape`&&((a=Ut(this,Jt))==null||a.focus(),this.open=!1))},fn.shadowRootOptions={mode:`open`},fn.getTemplateHTML=ln,fn.getSlotTemplateHTML=un,g.customElements.get(`media-chrome-dialog`)||g.customElements.define(`media-chrome-dialog`,fn);var pn=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},mn=(e,t,n)=>(pn(e,t,`read from private field`),n?n.call(e):t.get(e)),hn=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},gn,_n,vn={HOTKEYS:`hotkeys`},yn=[{keys:[{key:` `,label:`Space`},{key:`k`}],description:`Toggle Playback`},{keys:[{key:`m`}],description:`Toggle mute`},{keys:[{key:`f`}],description:`Toggle fullscreen`},{keys:[{key:`c`}],description:`Toggle captions or subtitles, if available`},{keys:[{key:`p`}],description:`Toggle Picture in Picture`},{keys:[{key:`ArrowLeft`,label:`←`},{key:`j`}],description:`Seek back 10s`},{keys:[{key:`ArrowRight`,label:`→`},{key:`l`}],description:`Seek forward 10s`},{keys:[{key:`ArrowUp`,label:`↑`}],description:`Turn volume up`},{keys:[{key:`ArrowDown`,label:`↓`}],description:`Turn volume down`},{keys:[{key:`<`,label:`< (SHIFT+,)`}],description:`Decrease playback rate`},{keys:[{key:`>`,label:`> (SHIFT+.)`}],description:`Increase playback rate`},{keys:[{key:`shift+/`,label:`SHIFT+/`}],description:`Show keyboard shortcuts`}];function bn(e){return e===` `?`nospace`:`no${e.toLowerCase()}`}function xn(e){let t=new Set(e?.split(/\s+/));return yn.map(({keys:e,description:n})=>({keys:e.filter(({key:e})=>!t.has(bn(e))),description:n})).filter(({keys:e})=>e.length)}function Sn(e){return`
    <style>
      :host {
        position: fixed;
        top: 0;
        left: 0;
        z-index: 9999;
        background: rgb(20 20 30 / .8);
        backdrop-filter: blur(10px);
      }

      #content {
        display: block;
        width: clamp(400px, 40vw, 700px);
        max-width: 90vw;
        text-align: left;
      }

      h2 {
        margin: 0 0 1.5rem 0;
        font-size: 1.5rem;
        font-weight: 500;
        text-align: center;
      }

      .shortcuts-table {
        width: 100%;
        border-collapse: collapse;
      }

      .shortcuts-table tr {
        border-bottom: 1px solid rgba(255, 255, 255, 0.1);
      }

      .shortcuts-table tr:last-child {
        border-bottom: none;
      }

      .shortcuts-table td {
        padding: 0.75rem 0.5rem;
      }

      .shortcuts-table td:first-child {
        text-align: right;
        padding-right: 1rem;
        width: 40%;
        min-width: 120px;
      }

      .shortcuts-table td:last-child {
        padding-left: 1rem;
      }

      .key {
        display: inline-block;
        background: rgba(255, 255, 255, 0.15);
        border: 1px solid rgba(255, 255, 255, 0.2);
        border-radius: 4px;
        padding: 0.25rem 0.5rem;
        font-family: 'Courier New', monospace;
        font-size: 0.9rem;
        font-weight: 500;
        min-width: 1.5rem;
        text-align: center;
        margin: 0 0.2rem;
      }

      .description {
        color: rgba(255, 255, 255, 0.9);
        font-size: 0.95rem;
      }

      .key-combo {
        display: flex;
        align-items: center;
        justify-content: flex-end;
        gap: 0.3rem;
      }

      .key-separator {
        color: rgba(255, 255, 255, 0.5);
        font-size: 0.9rem;
      }
    </style>
    <slot id="content">
      ${Cn(e[vn.HOTKEYS])}
    </slot>
  `}function Cn(e){return`
    <h2>Keyboard Shortcuts</h2>
    <table class="shortcuts-table">${xn(e).map(({keys:e,description:t})=>`
        <tr>
          <td>
            <div class="key-combo">${e.map(({key:e,label:t=e},n)=>n>0?`<span class="key-separator">or</span><span class="key">${t}</span>`:`<span class="key">${t}</span>`).join(``)}</div>
          </td>
          <td class="description">${t}</td>
        </tr>
      `).join(``)}</table>
  `}var wn=class extends fn{constructor(){super(...arguments),hn(this,gn,e=>{if(!this.open)return;let t=this.shadowRoot?.querySelector(`#content`);if(!t)return;let n=e.composedPath(),r=n[0]===this||n.includes(this),i=n.includes(t);r&&!i&&(this.open=!1)}),hn(this,_n,e=>{if(!this.open)return;let t=e.shiftKey&&(e.key===`/`||e.key===`?`);e.key!==`Escape`&&!t||e.ctrlKey||e.altKey||e.metaKey||(this.open=!1,e.preventDefault(),e.stopPropagation())})}static get observedAttributes(){return[...super.observedAttributes,vn.HOTKEYS]}get hotkeys(){return O(this,vn.HOTKEYS)??void 0}set hotkeys(e){k(this,vn.HOTKEYS,e)}connectedCallback(){super.connectedCallback(),this.open&&(this.addEventListener(`click`,mn(this,gn)),document.addEventListener(`keydown`,mn(this,_n)))}disconnectedCallback(){this.removeEventListener(`click`,mn(this,gn)),document.removeEventListener(`keydown`,mn(this,_n))}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),e===`open`)this.open?(this.addEventListener(`click`,mn(this,gn)),document.addEventListener(`keydown`,mn(this,_n))):(this.removeEventListener(`click`,mn(this,gn)),document.removeEventListener(`keydown`,mn(this,_n)));else if(e===vn.HOTKEYS&&n!==t){let e=this.shadowRoot?.querySelector(`#content`);e&&(e.innerHTML=Cn(n))}}};gn=new WeakMap,_n=new WeakMap,wn.getSlotTemplateHTML=Sn,g.customElements.get(`media-keyboard-shortcuts-dialog`)||g.customElements.define(`media-keyboard-shortcuts-dialog`,wn);var Tn=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},F=(e,t,n)=>(Tn(e,t,`read from private field`),n?n.call(e):t.get(e)),En=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Dn=(e,t,n,r)=>(Tn(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),On,kn,An,jn,Mn,Nn,Pn=class{constructor(e,t,{defaultValue:n}={defaultValue:void 0}){En(this,Mn),En(this,On,void 0),En(this,kn,void 0),En(this,An,void 0),En(this,jn,new Set),Dn(this,On,e),Dn(this,kn,t),Dn(this,An,new Set(n))}[Symbol.iterator](){return F(this,Mn,Nn).values()}get length(){return F(this,Mn,Nn).size}get value(){return[...F(this,Mn,Nn)].join(` `)??``}set value(e){e!==this.value&&(Dn(this,jn,new Set),this.add(...e?.split(` `)??[]))}toString(){return this.value}item(e){return[...F(this,Mn,Nn)][e]}values(){return F(this,Mn,Nn).values()}forEach(e,t){F(this,Mn,Nn).forEach(e,t)}add(...e){var t;e.forEach(e=>F(this,jn).add(e)),this.value===``&&!F(this,On)?.hasAttribute(`${F(this,kn)}`)||(t=F(this,On))==null||t.setAttribute(`${F(this,kn)}`,`${this.value}`)}remove(...e){var t;e.forEach(e=>F(this,jn).delete(e)),(t=F(this,On))==null||t.setAttribute(`${F(this,kn)}`,`${this.value}`)}contains(e){return F(this,Mn,Nn).has(e)}toggle(e,t){return t===void 0?this.contains(e)?(this.remove(e),!1):(this.add(e),!0):t?(this.add(e),!0):(this.remove(e),!1)}replace(e,t){return this.remove(e),this.add(t),e===t}};On=new WeakMap,kn=new WeakMap,An=new WeakMap,jn=new WeakMap,Mn=new WeakSet,Nn=function(){return F(this,jn).size?F(this,jn):F(this,An)};function Fn(e){return e?.map(Ln).join(` `)}function In(e){return e?.split(/\s+/).map(Rn)}function Ln(e){if(e){let{id:t,width:n,height:r}=e;return[t,n,r].filter(e=>e!=null).join(`:`)}}function Rn(e){if(e){let[t,n,r]=e.split(`:`);return{id:t,width:+n,height:+r}}}function zn(e){return e?.map(Vn).join(` `)}function Bn(e){return e?.split(/\s+/).map(Hn)}function Vn(e){if(e){let{id:t,kind:n,language:r,label:i}=e;return[t,n,r,i].filter(e=>e!=null).join(`:`)}}function Hn(e){if(e){let[t,n,r,i]=e.split(`:`);return{id:t,kind:n,language:r,label:i}}}function Un(e){return typeof e==`number`&&!Number.isNaN(e)&&Number.isFinite(e)}var Wn=e=>new Promise(t=>setTimeout(t,e)),Gn=(e=``)=>e.split(/\s+/),Kn=(e=``)=>{let[t,n,r]=e.split(`:`),i=r?decodeURIComponent(r):void 0;return{kind:t===`cc`?Me.CAPTIONS:Me.SUBTITLES,language:n,label:i}},qn=(e=``,t={})=>Gn(e).map(e=>{let n=Kn(e);return{...t,...n}}),Jn=e=>e?Array.isArray(e)?e.map(e=>typeof e==`string`?Kn(e):e):typeof e==`string`?qn(e):[e]:[],Yn=({kind:e,label:t,language:n}={kind:`subtitles`})=>t?`${e===`captions`?`cc`:`sb`}:${n}:${encodeURIComponent(t)}`:n,Xn=(e=[])=>Array.prototype.map.call(e,Yn).join(` `),Zn=(e,t)=>n=>n[e]===t,Qn=e=>{let t=Object.entries(e).map(([e,t])=>Zn(e,t));return e=>t.every(t=>t(e))},$n=(e,t=[],n=[])=>{let r=Jn(n).map(Qn);Array.from(t).filter(e=>r.some(t=>t(e))).forEach(t=>{t.mode=e})},er=(e,t=()=>!0)=>{if(!e?.textTracks)return[];let n=typeof t==`function`?t:Qn(t);return Array.from(e.textTracks).filter(n)},tr=e=>!!e.mediaSubtitlesShowing?.length||e.hasAttribute(b.MEDIA_SUBTITLES_SHOWING),nr=e=>{let{media:t,fullscreenElement:n}=e;try{let e=n&&`requestFullscreen`in n?`requestFullscreen`:n&&`webkitRequestFullScreen`in n?`webkitRequestFullScreen`:void 0;if(e){let t=n[e]?.call(n);if(t instanceof Promise)return t.catch(()=>{})}else t?.webkitEnterFullscreen?t.webkitEnterFullscreen():t?.requestFullscreen&&t.requestFullscreen()}catch(e){console.error(e)}},rr=`exitFullscreen`in _?`exitFullscreen`:`webkitExitFullscreen`in _?`webkitExitFullscreen`:`webkitCancelFullScreen`in _?`webkitCancelFullScreen`:void 0,ir=e=>{let{documentElement:t}=e;if(rr){let e=(t?.[rr])?.call(t);if(e instanceof Promise)return e.catch(()=>{})}},ar=`fullscreenElement`in _?`fullscreenElement`:`webkitFullscreenElement`in _?`webkitFullscreenElement`:void 0,or=e=>{let{documentElement:t,media:n}=e,r=t?.[ar];return!r&&`webkitDisplayingFullscreen`in n&&`webkitPresentationMode`in n&&n.webkitDisplayingFullscreen&&n.webkitPresentationMode===Ie.FULLSCREEN?n:r},sr=e=>{let{media:t,documentElement:n,fullscreenElement:r=t}=e;if(!t||!n)return!1;let i=or(e);if(!i)return!1;if(i===r||i===t)return!0;if(i.localName.includes(`-`)){let e=i.shadowRoot;if(!(ar in e))return We(i,r);for(;e?.[ar];){if(e[ar]===r)return!0;e=e[ar]?.shadowRoot}}return!1},cr=`fullscreenEnabled`in _?`fullscreenEnabled`:`webkitFullscreenEnabled`in _?`webkitFullscreenEnabled`:void 0,lr=e=>{let{documentElement:t,media:n}=e;return!!t?.[cr]||n&&`webkitSupportsFullscreen`in n},ur,dr=()=>{var e;return ur||(ur=((e=_)?.createElement)?.call(e,`video`),ur)},fr=async(e=dr())=>{if(!e)return!1;let t=e.volume;e.volume=t/2+.1;let n=new AbortController,r=await Promise.race([pr(e,n.signal),mr(e,t)]);return n.abort(),r},pr=(e,t)=>new Promise(n=>{e.addEventListener(`volumechange`,()=>n(!0),{signal:t})}),mr=async(e,t)=>{for(let n=0;n<10;n++){if(e.volume===t)return!1;await Wn(10)}return e.volume!==t},hr=/.*Version\/.*Safari\/.*/.test(g.navigator.userAgent),gr=(e=dr())=>g.matchMedia(`(display-mode: standalone)`).matches&&hr?!1:typeof e?.requestPictureInPicture==`function`,_r=(e=dr())=>lr({documentElement:_,media:e}),vr=_r(),yr=gr(),br=!!g.WebKitPlaybackTargetAvailabilityEvent,xr=!!g.chrome,Sr=e=>er(e.media,e=>[Me.SUBTITLES,Me.CAPTIONS].includes(e.kind)).sort((e,t)=>e.kind>=t.kind?1:-1),Cr=e=>er(e.media,e=>e.mode===Ne.SHOWING&&[Me.SUBTITLES,Me.CAPTIONS].includes(e.kind)),wr=(e,t)=>{let n=Sr(e),r=Cr(e),i=!!r.length;if(n.length){if(t===!1||i&&t!==!0)$n(Ne.DISABLED,n,r);else if(t===!0||!i&&t!==!1){let t=n[0],{options:i}=e;if(!i?.noSubtitlesLangPref){let e=g.localStorage.getItem(`media-chrome-pref-subtitles-lang`),r=e?[e,...g.navigator.languages]:g.navigator.languages,i=n.filter(e=>r.some(t=>e.language.toLowerCase().startsWith(t.split(`-`)[0]))).sort((e,t)=>r.findIndex(t=>e.language.toLowerCase().startsWith(t.split(`-`)[0]))-r.findIndex(e=>t.language.toLowerCase().startsWith(e.split(`-`)[0])));i[0]&&(t=i[0])}let{language:a,label:o,kind:s}=t;$n(Ne.DISABLED,n,r),$n(Ne.SHOWING,n,[{language:a,label:o,kind:s}])}}},Tr=(e,t)=>e===t?!0:e==null||t==null||typeof e!=typeof t?!1:typeof e==`number`&&Number.isNaN(e)&&Number.isNaN(t)?!0:typeof e==`object`?Array.isArray(e)?Er(e,t):Object.entries(e).every(([e,n])=>e in t&&Tr(n,t[e])):!1,Er=(e,t)=>{let n=Array.isArray(e),r=Array.isArray(t);return n===r?n||r?e.length===t.length&&e.every((e,n)=>Tr(e,t[n])):!0:!1},Dr=Object.values(Fe),Or,kr=fr().then(e=>(Or=e,Or)),Ar=async(...e)=>{await Promise.all(e.filter(e=>e).map(async e=>{if(!(`localName`in e&&e instanceof g.HTMLElement))return;let t=e.localName;if(!t.includes(`-`))return;let n=g.customElements.get(t);n&&e instanceof n||(await g.customElements.whenDefined(t),g.customElements.upgrade(e))}))},jr=new g.DOMParser,Mr=e=>e&&(jr.parseFromString(e,`text/html`).body.textContent||e),Nr={mediaError:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error},mediaEvents:[`emptied`,`error`,`playing`]},mediaErrorCode:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error?.code},mediaEvents:[`emptied`,`error`,`playing`]},mediaErrorMessage:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error?.message??``},mediaEvents:[`emptied`,`error`,`playing`]},mediaWidth:{get(e){let{media:t}=e;return t?.videoWidth??0},mediaEvents:[`resize`]},mediaHeight:{get(e){let{media:t}=e;return t?.videoHeight??0},mediaEvents:[`resize`]},mediaPaused:{get(e){let{media:t}=e;return t?.paused??!0},set(e,t){var n;let{media:r}=t;r&&(e?r.pause():(n=r.play())==null||n.catch(()=>{}))},mediaEvents:[`play`,`playing`,`pause`,`emptied`]},mediaHasPlayed:{get(e,t){let{media:n}=e;return n?t?t.type===`playing`:!n.paused:!1},mediaEvents:[`playing`,`emptied`]},mediaEnded:{get(e){let{media:t}=e;return t?.ended??!1},mediaEvents:[`seeked`,`ended`,`emptied`]},mediaPlaybackRate:{get(e){let{media:t}=e;return t?.playbackRate??1},set(e,t){let{media:n}=t;n&&Number.isFinite(+e)&&(n.playbackRate=+e)},mediaEvents:[`ratechange`,`loadstart`]},mediaMuted:{get(e){let{media:t}=e;return t?.muted??!1},set(e,t){let{media:n,options:{noMutedPref:r}={}}=t;if(n){n.muted=e;try{let t=g.localStorage.getItem(`media-chrome-pref-muted`)!==null,i=n.hasAttribute(`muted`);if(r){t&&g.localStorage.removeItem(`media-chrome-pref-muted`);return}if(i&&!t)return;g.localStorage.setItem(`media-chrome-pref-muted`,e?`true`:`false`)}catch(e){console.debug(`Error setting muted pref`,e)}}},mediaEvents:[`volumechange`],stateOwnersUpdateHandlers:[(e,t)=>{let{options:{noMutedPref:n}}=t,{media:r}=t;if(!(!r||r.muted||n))try{let n=g.localStorage.getItem(`media-chrome-pref-muted`)===`true`;Nr.mediaMuted.set(n,t),e(n)}catch(e){console.debug(`Error getting muted pref`,e)}}]},mediaLoop:{get(e){let{media:t}=e;return t?.loop},set(e,t){let{media:n}=t;n&&(n.loop=e)},mediaEvents:[`medialooprequest`]},mediaVolume:{get(e){let{media:t}=e;return t?.volume??1},set(e,t){let{media:n,options:{noVolumePref:r}={}}=t;if(n){try{e==null?g.localStorage.removeItem(`media-chrome-pref-volume`):!n.hasAttribute(`muted`)&&!r&&g.localStorage.setItem(`media-chrome-pref-volume`,e.toString())}catch(e){console.debug(`Error setting volume pref`,e)}Number.isFinite(+e)&&(n.volume=+e)}},mediaEvents:[`volumechange`],stateOwnersUpdateHandlers:[(e,t)=>{let{options:{noVolumePref:n}}=t;if(!n)try{let{media:n}=t;if(!n)return;let r=g.localStorage.getItem(`media-chrome-pref-volume`);if(r==null)return;Nr.mediaVolume.set(+r,t),e(+r)}catch(e){console.debug(`Error getting volume pref`,e)}}]},mediaVolumeLevel:{get(e){let{media:t}=e;return t?.volume===void 0?`high`:t.muted||t.volume===0?`off`:t.volume<.5?`low`:t.volume<.75?`medium`:`high`},mediaEvents:[`volumechange`]},mediaCurrentTime:{get(e){let{media:t}=e;return t?.currentTime??0},set(e,t){let{media:n}=t;n&&Un(e)&&(n.currentTime=e)},mediaEvents:[`timeupdate`,`loadedmetadata`,`seeking`]},mediaDuration:{get(e){let{media:t,options:{defaultDuration:n}={}}=e;return n&&(!t||!t.duration||Number.isNaN(t.duration)||!Number.isFinite(t.duration))?n:Number.isFinite(t?.duration)?t.duration:NaN},mediaEvents:[`durationchange`,`loadedmetadata`,`emptied`]},mediaLoading:{get(e){let{media:t}=e;return t?.readyState<3},mediaEvents:[`waiting`,`playing`,`emptied`]},mediaSeekable:{get(e){let{media:t}=e;if(!t?.seekable?.length)return;let n=t.seekable.start(0),r=t.seekable.end(t.seekable.length-1);if(n||r)return[Number(n.toFixed(3)),Number(r.toFixed(3))]},mediaEvents:[`loadedmetadata`,`emptied`,`progress`,`seekablechange`]},mediaBuffered:{get(e){let{media:t}=e,n=t?.buffered??[];return Array.from(n).map((e,t)=>[Number(n.start(t).toFixed(3)),Number(n.end(t).toFixed(3))])},mediaEvents:[`progress`,`emptied`]},mediaStreamType:{get(e){let{media:t,options:{defaultStreamType:n}={}}=e,r=[Fe.LIVE,Fe.ON_DEMAND].includes(n)?n:void 0;if(!t)return r;let{streamType:i}=t;if(Dr.includes(i))return i===Fe.UNKNOWN?r:i;let a=t.duration;return a===1/0?Fe.LIVE:Number.isFinite(a)?Fe.ON_DEMAND:r},mediaEvents:[`emptied`,`durationchange`,`loadedmetadata`,`streamtypechange`]},mediaTargetLiveWindow:{get(e){let{media:t}=e;if(!t)return NaN;let{targetLiveWindow:n}=t,r=Nr.mediaStreamType.get(e);return(n==null||Number.isNaN(n))&&r===Fe.LIVE?0:n},mediaEvents:[`emptied`,`durationchange`,`loadedmetadata`,`streamtypechange`,`targetlivewindowchange`]},mediaTimeIsLive:{get(e){let{media:t,options:{liveEdgeOffset:n=10}={}}=e;if(!t)return!1;if(typeof t.liveEdgeStart==`number`)return!Number.isNaN(t.liveEdgeStart)&&t.currentTime>=t.liveEdgeStart;if(Nr.mediaStreamType.get(e)!==Fe.LIVE)return!1;let r=t.seekable;if(!r)return!0;if(!r.length)return!1;let i=r.end(r.length-1)-n;return t.currentTime>=i},mediaEvents:[`playing`,`timeupdate`,`progress`,`waiting`,`emptied`]},mediaSubtitlesList:{get(e){return Sr(e).map(({kind:e,label:t,language:n})=>({kind:e,label:t,language:n}))},mediaEvents:[`loadstart`],textTracksEvents:[`addtrack`,`removetrack`]},mediaSubtitlesShowing:{get(e){return Cr(e).map(({kind:e,label:t,language:n})=>({kind:e,label:t,language:n}))},mediaEvents:[`loadstart`],textTracksEvents:[`addtrack`,`removetrack`,`change`],stateOwnersUpdateHandlers:[(e,t)=>{var n,r;let{media:i,options:a}=t;if(!i)return;let o=e=>{a.defaultSubtitles&&(!e||[Me.CAPTIONS,Me.SUBTITLES].includes(e?.track?.kind))&&wr(t,!0)};return i.addEventListener(`loadstart`,o),(n=i.textTracks)==null||n.addEventListener(`addtrack`,o),(r=i.textTracks)==null||r.addEventListener(`removetrack`,o),()=>{var e,t;i.removeEventListener(`loadstart`,o),(e=i.textTracks)==null||e.removeEventListener(`addtrack`,o),(t=i.textTracks)==null||t.removeEventListener(`removetrack`,o)}}]},mediaChaptersCues:{get(e){let{media:t}=e;if(!t)return[];let[n]=er(t,{kind:Me.CHAPTERS});return Array.from(n?.cues??[]).map(({text:e,startTime:t,endTime:n})=>({text:Mr(e),startTime:t,endTime:n}))},mediaEvents:[`loadstart`,`loadedmetadata`],textTracksEvents:[`addtrack`,`removetrack`,`change`],stateOwnersUpdateHandlers:[(e,t)=>{let{media:n}=t;if(!n)return;let r=n.querySelector(`track[kind="chapters"][default][src]`),i=n.shadowRoot?.querySelector(`:is(video,audio) > track[kind="chapters"][default][src]`);return r?.addEventListener(`load`,e),i?.addEventListener(`load`,e),()=>{r?.removeEventListener(`load`,e),i?.removeEventListener(`load`,e)}}]},mediaIsPip:{get(e){let{media:t,documentElement:n}=e;if(!t||!n||!n.pictureInPictureElement)return!1;if(n.pictureInPictureElement===t)return!0;if(n.pictureInPictureElement instanceof HTMLMediaElement)return t.localName?.includes(`-`)?We(t,n.pictureInPictureElement):!1;if(n.pictureInPictureElement.localName.includes(`-`)){let e=n.pictureInPictureElement.shadowRoot;for(;e?.pictureInPictureElement;){if(e.pictureInPictureElement===t)return!0;e=e.pictureInPictureElement?.shadowRoot}}return!1},set(e,t){let{media:n}=t;if(n){if(e){if(!_.pictureInPictureEnabled){console.warn(`MediaChrome: Picture-in-picture is not enabled`);return}if(!n.requestPictureInPicture){console.warn(`MediaChrome: The current media does not support picture-in-picture`);return}let e=()=>{console.warn(`MediaChrome: The media is not ready for picture-in-picture. It must have a readyState > 0.`)};n.requestPictureInPicture().catch(t=>{if(t.code===11){if(!n.src){console.warn(`MediaChrome: The media is not ready for picture-in-picture. It must have a src set.`);return}if(n.readyState===0&&n.preload===`none`){let t=()=>{n.removeEventListener(`loadedmetadata`,r),n.preload=`none`},r=()=>{n.requestPictureInPicture().catch(e),t()};n.addEventListener(`loadedmetadata`,r),n.preload=`metadata`,setTimeout(()=>{n.readyState===0&&e(),t()},1e3)}else throw t}else throw t})}else _.pictureInPictureElement&&_.exitPictureInPicture()}},mediaEvents:[`enterpictureinpicture`,`leavepictureinpicture`]},mediaRenditionList:{get(e){let{media:t}=e;return[...t?.videoRenditions??[]].map(e=>({...e}))},mediaEvents:[`emptied`,`loadstart`],videoRenditionsEvents:[`addrendition`,`removerendition`]},mediaRenditionSelected:{get(e){let{media:t}=e;return t?.videoRenditions?.[t.videoRenditions?.selectedIndex]?.id},set(e,t){let{media:n}=t;if(!n?.videoRenditions){console.warn(`MediaController: Rendition selection not supported by this media.`);return}let r=e,i=Array.prototype.findIndex.call(n.videoRenditions,e=>e.id==r);n.videoRenditions.selectedIndex!=i&&(n.videoRenditions.selectedIndex=i)},mediaEvents:[`emptied`],videoRenditionsEvents:[`addrendition`,`removerendition`,`change`]},mediaAudioTrackList:{get(e){let{media:t}=e;return[...t?.audioTracks??[]]},mediaEvents:[`emptied`,`loadstart`],audioTracksEvents:[`addtrack`,`removetrack`]},mediaAudioTrackEnabled:{get(e){let{media:t}=e;return[...t?.audioTracks??[]].find(e=>e.enabled)?.id},set(e,t){let{media:n}=t;if(!n?.audioTracks){console.warn(`MediaChrome: Audio track selection not supported by this media.`);return}let r=e;for(let e of n.audioTracks)e.enabled=r==e.id},mediaEvents:[`emptied`],audioTracksEvents:[`addtrack`,`removetrack`,`change`]},mediaIsFullscreen:{get(e){return sr(e)},set(e,t,n){var r;e?(nr(t),n.detail&&!t.media?.inert&&((r=t.media)==null||r.focus())):ir(t)},rootEvents:[`fullscreenchange`,`webkitfullscreenchange`],mediaEvents:[`webkitbeginfullscreen`,`webkitendfullscreen`,`webkitpresentationmodechanged`]},mediaIsCasting:{get(e){let{media:t}=e;return!t?.remote||t.remote?.state===`disconnected`?!1:t.remote.state===`connected`},set(e,t){let{media:n}=t;n&&(e&&n.remote?.state!==`disconnected`||(e||n.remote?.state===`connected`)&&(typeof n.remote.prompt==`function`?n.remote.prompt().catch(()=>{}):console.warn(`MediaChrome: Casting is not supported in this environment`)))},remoteEvents:[`connect`,`connecting`,`disconnect`]},mediaIsAirplaying:{get(){return!1},set(e,t){let{media:n}=t;n&&(n.webkitShowPlaybackTargetPicker&&g.WebKitPlaybackTargetAvailabilityEvent?n.webkitShowPlaybackTargetPicker():console.error(`MediaChrome: received a request to select AirPlay but AirPlay is not supported in this environment`))},mediaEvents:[`webkitcurrentplaybacktargetiswirelesschanged`]},mediaFullscreenUnavailable:{get(e){let{media:t}=e;if(!vr||!_r(t))return x.UNSUPPORTED}},mediaPipUnavailable:{get(e){let{media:t}=e;if(!yr||!gr(t))return x.UNSUPPORTED;if(t?.disablePictureInPicture)return x.UNAVAILABLE}},mediaVolumeUnavailable:{get(e){let{media:t}=e;if(Or===!1||t?.volume==null)return x.UNSUPPORTED},stateOwnersUpdateHandlers:[e=>{Or??kr.then(t=>e(t?void 0:x.UNSUPPORTED))}]},mediaCastUnavailable:{get(e,{availability:t=`not-available`}={}){let{media:n}=e;if(!xr||!n?.remote?.state)return x.UNSUPPORTED;if(t!=null&&t!==`available`)return x.UNAVAILABLE},stateOwnersUpdateHandlers:[(e,t)=>{var n;let{media:r}=t;if(r)return r.disableRemotePlayback||r.hasAttribute(`disableremoteplayback`)||(n=r?.remote)==null||n.watchAvailability(t=>{e({availability:t?`available`:`not-available`})}).catch(t=>{t.name===`NotSupportedError`?e({availability:null}):e({availability:`not-available`})}),()=>{var e;(e=r?.remote)==null||e.cancelWatchAvailability().catch(()=>{})}}]},mediaAirplayUnavailable:{get(e,t){if(!br)return x.UNSUPPORTED;if(t?.availability===`not-available`)return x.UNAVAILABLE},mediaEvents:[`webkitplaybacktargetavailabilitychanged`],stateOwnersUpdateHandlers:[(e,t)=>{var n;let{media:r}=t;if(r)return r.disableRemotePlayback||r.hasAttribute(`disableremoteplayback`)||(n=r?.remote)==null||n.watchAvailability(t=>{e({availability:t?`available`:`not-available`})}).catch(t=>{t.name===`NotSupportedError`?e({availability:null}):e({availability:`not-available`})}),()=>{var e;(e=r?.remote)==null||e.cancelWatchAvailability().catch(()=>{})}}]},mediaRenditionUnavailable:{get(e){let{media:t}=e;if(!t?.videoRenditions)return x.UNSUPPORTED;if(!t.videoRenditions?.length)return x.UNAVAILABLE},mediaEvents:[`emptied`,`loadstart`],videoRenditionsEvents:[`addrendition`,`removerendition`]},mediaAudioTrackUnavailable:{get(e){let{media:t}=e;if(!t?.audioTracks)return x.UNSUPPORTED;if((t.audioTracks?.length??0)<=1)return x.UNAVAILABLE},mediaEvents:[`emptied`,`loadstart`],audioTracksEvents:[`addtrack`,`removetrack`]},mediaLang:{get(e){let{options:{mediaLang:t}={}}=e;return t??`en`}}},Pr={[v.MEDIA_PREVIEW_REQUEST](e,t,{detail:n}){let{media:r}=t,i=n??void 0,a,o;if(r&&i!=null){let[e]=er(r,{kind:Me.METADATA,label:`thumbnails`}),t=Array.prototype.find.call(e?.cues??[],(e,t,n)=>t===0?e.endTime>i:t===n.length-1?e.startTime<=i:e.startTime<=i&&e.endTime>i);if(t){let e=/'^(?:[a-z]+:)?\/\//i.test(t.text)?void 0:r?.querySelector(`track[label="thumbnails"]`)?.src,n=new URL(t.text,e);o=new URLSearchParams(n.hash).get(`#xywh`).split(`,`).map(e=>+e),a=n.href}}let s=e.mediaDuration.get(t),c=e.mediaChaptersCues.get(t).find((e,t,n)=>t===n.length-1&&s===e.endTime?e.startTime<=i&&e.endTime>=i:e.startTime<=i&&e.endTime>i)?.text;return n!=null&&c==null&&(c=``),{mediaPreviewTime:i,mediaPreviewImage:a,mediaPreviewCoords:o,mediaPreviewChapter:c}},[v.MEDIA_PAUSE_REQUEST](e,t){e.mediaPaused.set(!0,t)},[v.MEDIA_PLAY_REQUEST](e,t){let n=e.mediaStreamType.get(t)===Fe.LIVE,r=!t.options?.noAutoSeekToLive,i=e.mediaTargetLiveWindow.get(t)>0;if(n&&r&&!i){let n=e.mediaSeekable.get(t)?.[1];if(n){let r=n-(t.options?.seekToLiveOffset??0);e.mediaCurrentTime.set(r,t)}}e.mediaPaused.set(!1,t)},[v.MEDIA_PLAYBACK_RATE_REQUEST](e,t,{detail:n}){let r=n;e.mediaPlaybackRate.set(r,t)},[v.MEDIA_MUTE_REQUEST](e,t){e.mediaMuted.set(!0,t)},[v.MEDIA_UNMUTE_REQUEST](e,t){e.mediaVolume.get(t)||e.mediaVolume.set(.25,t),e.mediaMuted.set(!1,t)},[v.MEDIA_LOOP_REQUEST](e,t,{detail:n}){let r=!!n;return e.mediaLoop.set(r,t),{mediaLoop:r}},[v.MEDIA_VOLUME_REQUEST](e,t,{detail:n}){let r=n;r&&e.mediaMuted.get(t)&&e.mediaMuted.set(!1,t),e.mediaVolume.set(r,t)},[v.MEDIA_SEEK_REQUEST](e,t,{detail:n}){let r=n;e.mediaCurrentTime.set(r,t)},[v.MEDIA_SEEK_TO_LIVE_REQUEST](e,t){let n=e.mediaSeekable.get(t)?.[1];if(Number.isNaN(Number(n)))return;let r=n-(t.options?.seekToLiveOffset??0);e.mediaCurrentTime.set(r,t)},[v.MEDIA_SHOW_SUBTITLES_REQUEST](e,t,{detail:n}){let{options:r}=t,i=Sr(t),a=Jn(n),o=a[0]?.language;o&&!r.noSubtitlesLangPref&&g.localStorage.setItem(`media-chrome-pref-subtitles-lang`,o),$n(Ne.SHOWING,i,a)},[v.MEDIA_DISABLE_SUBTITLES_REQUEST](e,t,{detail:n}){let r=Sr(t),i=n??[];$n(Ne.DISABLED,r,i)},[v.MEDIA_TOGGLE_SUBTITLES_REQUEST](e,t,{detail:n}){wr(t,n)},[v.MEDIA_RENDITION_REQUEST](e,t,{detail:n}){let r=n;e.mediaRenditionSelected.set(r,t)},[v.MEDIA_AUDIO_TRACK_REQUEST](e,t,{detail:n}){let r=n;e.mediaAudioTrackEnabled.set(r,t)},[v.MEDIA_ENTER_PIP_REQUEST](e,t){e.mediaIsFullscreen.get(t)&&e.mediaIsFullscreen.set(!1,t),e.mediaIsPip.set(!0,t)},[v.MEDIA_EXIT_PIP_REQUEST](e,t){e.mediaIsPip.set(!1,t)},[v.MEDIA_ENTER_FULLSCREEN_REQUEST](e,t,n){e.mediaIsPip.get(t)&&e.mediaIsPip.set(!1,t),e.mediaIsFullscreen.set(!0,t,n)},[v.MEDIA_EXIT_FULLSCREEN_REQUEST](e,t){e.mediaIsFullscreen.set(!1,t)},[v.MEDIA_ENTER_CAST_REQUEST](e,t){e.mediaIsFullscreen.get(t)&&e.mediaIsFullscreen.set(!1,t),e.mediaIsCasting.set(!0,t)},[v.MEDIA_EXIT_CAST_REQUEST](e,t){e.mediaIsCasting.set(!1,t)},[v.MEDIA_AIRPLAY_REQUEST](e,t){e.mediaIsAirplaying.set(!0,t)}},Fr=({media:e,fullscreenElement:t,documentElement:n,stateMediator:r=Nr,requestMap:i=Pr,options:a={},monitorStateOwnersOnlyWithSubscriptions:o=!0})=>{let s=[],c={options:{...a}},l=Object.freeze({mediaPreviewTime:void 0,mediaPreviewImage:void 0,mediaPreviewCoords:void 0,mediaPreviewChapter:void 0}),u=e=>{e!=null&&(Tr(e,l)||(l=Object.freeze({...l,...e}),s.forEach(e=>e(l))))},d=()=>{let e=Object.entries(r).reduce((e,[t,{get:n}])=>(e[t]=n(c),e),{});u(e)},f={},p,m=async(e,t)=>{let n=!!p;if(p={...c,...p??{},...e},n)return;await Ar(...Object.values(e));let i=s.length>0&&t===0&&o,a=c.media!==p.media,l=c.media?.textTracks!==p.media?.textTracks,m=c.media?.videoRenditions!==p.media?.videoRenditions,h=c.media?.audioTracks!==p.media?.audioTracks,ee=c.media?.remote!==p.media?.remote,te=c.documentElement!==p.documentElement,ne=!!c.media&&(a||i),re=!!c.media?.textTracks&&(l||i),ie=!!c.media?.videoRenditions&&(m||i),ae=!!c.media?.audioTracks&&(h||i),oe=!!c.media?.remote&&(ee||i),se=!!c.documentElement&&(te||i),ce=ne||re||ie||ae||oe||se,le=s.length===0&&t===1&&o,ue=!!p.media&&(a||le),de=!!p.media?.textTracks&&(l||le),fe=!!p.media?.videoRenditions&&(m||le),pe=!!p.media?.audioTracks&&(h||le),me=!!p.media?.remote&&(ee||le),he=!!p.documentElement&&(te||le),ge=ue||de||fe||pe||me||he;ce||ge?(Object.entries(r).forEach(([e,{get:t,mediaEvents:n=[],textTracksEvents:r=[],videoRenditionsEvents:i=[],audioTracksEvents:a=[],remoteEvents:o=[],rootEvents:s=[],stateOwnersUpdateHandlers:l=[]}])=>{f[e]||(f[e]={});let d=n=>{let r=t(c,n);u({[e]:r})},m;m=f[e].mediaEvents,n.forEach(t=>{m&&ne&&(c.media.removeEventListener(t,m),f[e].mediaEvents=void 0),ue&&(p.media.addEventListener(t,d),f[e].mediaEvents=d)}),m=f[e].textTracksEvents,r.forEach(t=>{var n,r;m&&re&&((n=c.media.textTracks)==null||n.removeEventListener(t,m),f[e].textTracksEvents=void 0),de&&((r=p.media.textTracks)==null||r.addEventListener(t,d),f[e].textTracksEvents=d)}),m=f[e].videoRenditionsEvents,i.forEach(t=>{var n,r;m&&ie&&((n=c.media.videoRenditions)==null||n.removeEventListener(t,m),f[e].videoRenditionsEvents=void 0),fe&&((r=p.media.videoRenditions)==null||r.addEventListener(t,d),f[e].videoRenditionsEvents=d)}),m=f[e].audioTracksEvents,a.forEach(t=>{var n,r;m&&ae&&((n=c.media.audioTracks)==null||n.removeEventListener(t,m),f[e].audioTracksEvents=void 0),pe&&((r=p.media.audioTracks)==null||r.addEventListener(t,d),f[e].audioTracksEvents=d)}),m=f[e].remoteEvents,o.forEach(t=>{var n,r;m&&oe&&((n=c.media.remote)==null||n.removeEventListener(t,m),f[e].remoteEvents=void 0),me&&((r=p.media.remote)==null||r.addEventListener(t,d),f[e].remoteEvents=d)}),m=f[e].rootEvents,s.forEach(t=>{m&&se&&(c.documentElement.removeEventListener(t,m),f[e].rootEvents=void 0),he&&(p.documentElement.addEventListener(t,d),f[e].rootEvents=d)});let h=f[e].stateOwnersUpdateHandlers;if(h&&ce&&(Array.isArray(h)?h:[h]).forEach(e=>{typeof e==`function`&&e()}),ge){let t=l.map(e=>e(d,p)).filter(e=>typeof e==`function`);f[e].stateOwnersUpdateHandlers=t.length===1?t[0]:t}else ce&&(f[e].stateOwnersUpdateHandlers=void 0)}),Object.entries(p).forEach(([e,t])=>{c[e]=t}),d(),p=void 0):(Object.entries(p).forEach(([e,t])=>{c[e]=t}),d(),p=void 0)};return m({media:e,fullscreenElement:t,documentElement:n,options:a}),{dispatch(e){let{type:t,detail:n}=e;i[t]&&l.mediaErrorCode==null?u(i[t](r,c,e)):t===`mediaelementchangerequest`?m({media:n}):t===`fullscreenelementchangerequest`?m({fullscreenElement:n}):t===`documentelementchangerequest`?m({documentElement:n}):t===`optionschangerequest`&&(Object.entries(n??{}).forEach(([e,t])=>{c.options[e]=t}),d())},getState(){return l},subscribe(e){return m({},s.length+1),s.push(e),e(l),()=>{let t=s.indexOf(e);t>=0&&(m({},s.length-1),s.splice(t,1))}}}},Ir=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},I=(e,t,n)=>(Ir(e,t,`read from private field`),n?n.call(e):t.get(e)),L=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Lr=(e,t,n,r)=>(Ir(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Rr=(e,t,n)=>(Ir(e,t,`access private method`),n),zr,Br,R,z,Vr,Hr,Ur,Wr,Gr,Kr,qr,Jr,Yr,Xr,Zr,Qr,$r,ei=[`ArrowLeft`,`ArrowRight`,`ArrowUp`,`ArrowDown`,`Enter`,` `,`f`,`m`,`k`,`c`,`l`,`j`,`>`,`<`,`p`],ti=10,ni=.025,ri=.25,ii=.25,ai=2,B={DEFAULT_SUBTITLES:`defaultsubtitles`,DEFAULT_STREAM_TYPE:`defaultstreamtype`,DEFAULT_DURATION:`defaultduration`,FULLSCREEN_ELEMENT:`fullscreenelement`,HOTKEYS:`hotkeys`,KEYBOARD_BACKWARD_SEEK_OFFSET:`keyboardbackwardseekoffset`,KEYBOARD_FORWARD_SEEK_OFFSET:`keyboardforwardseekoffset`,KEYBOARD_DOWN_VOLUME_STEP:`keyboarddownvolumestep`,KEYBOARD_UP_VOLUME_STEP:`keyboardupvolumestep`,KEYS_USED:`keysused`,LANG:`lang`,LOOP:`loop`,LIVE_EDGE_OFFSET:`liveedgeoffset`,NO_AUTO_SEEK_TO_LIVE:`noautoseektolive`,NO_DEFAULT_STORE:`nodefaultstore`,NO_HOTKEYS:`nohotkeys`,NO_MUTED_PREF:`nomutedpref`,NO_SUBTITLES_LANG_PREF:`nosubtitleslangpref`,NO_VOLUME_PREF:`novolumepref`,SEEK_TO_LIVE_OFFSET:`seektoliveoffset`},oi=class extends Vt{constructor(){super(),L(this,Gr),L(this,Jr),L(this,Xr),L(this,Qr),this.mediaStateReceivers=[],this.associatedElementSubscriptions=new Map,L(this,zr,new Pn(this,B.HOTKEYS)),L(this,Br,void 0),L(this,R,void 0),L(this,z,null),L(this,Vr,void 0),L(this,Hr,void 0),L(this,Ur,e=>{var t;(t=I(this,R))==null||t.dispatch(e)}),L(this,Wr,void 0),L(this,qr,e=>{let{key:t,shiftKey:n}=e;n&&(t===`/`||t===`?`)||ei.includes(t)?this.keyboardShortcutHandler(e):this.removeEventListener(`keyup`,I(this,qr))}),this.associateElement(this);let e={};Lr(this,Vr,t=>{Object.entries(t).forEach(([t,n])=>{if(t in e&&e[t]===n)return;this.propagateMediaState(t,n);let r=t.toLowerCase(),i=new g.CustomEvent(je[r],{composed:!0,detail:n});this.dispatchEvent(i)}),e=t})}static get observedAttributes(){return super.observedAttributes.concat(B.NO_HOTKEYS,B.HOTKEYS,B.DEFAULT_STREAM_TYPE,B.DEFAULT_SUBTITLES,B.DEFAULT_DURATION,B.NO_MUTED_PREF,B.NO_VOLUME_PREF,B.LANG,B.LOOP,B.LIVE_EDGE_OFFSET,B.SEEK_TO_LIVE_OFFSET,B.NO_AUTO_SEEK_TO_LIVE)}get mediaStore(){return I(this,R)}set mediaStore(e){var t;I(this,R)&&((t=I(this,Hr))==null||t.call(this),Lr(this,Hr,void 0)),Lr(this,R,e),!I(this,R)&&!this.hasAttribute(B.NO_DEFAULT_STORE)?Rr(this,Gr,Kr).call(this):Lr(this,Hr,I(this,R)?.subscribe(I(this,Vr)))}get fullscreenElement(){return I(this,Br)??this}set fullscreenElement(e){var t;this.hasAttribute(B.FULLSCREEN_ELEMENT)&&this.removeAttribute(B.FULLSCREEN_ELEMENT),Lr(this,Br,e),(t=I(this,R))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement})}get defaultSubtitles(){return E(this,B.DEFAULT_SUBTITLES)}set defaultSubtitles(e){D(this,B.DEFAULT_SUBTITLES,e)}get defaultStreamType(){return O(this,B.DEFAULT_STREAM_TYPE)}set defaultStreamType(e){k(this,B.DEFAULT_STREAM_TYPE,e)}get defaultDuration(){return w(this,B.DEFAULT_DURATION)}set defaultDuration(e){T(this,B.DEFAULT_DURATION,e)}get noHotkeys(){return E(this,B.NO_HOTKEYS)}set noHotkeys(e){D(this,B.NO_HOTKEYS,e)}get keysUsed(){return O(this,B.KEYS_USED)}set keysUsed(e){k(this,B.KEYS_USED,e)}get liveEdgeOffset(){return w(this,B.LIVE_EDGE_OFFSET)}set liveEdgeOffset(e){T(this,B.LIVE_EDGE_OFFSET,e)}get noAutoSeekToLive(){return E(this,B.NO_AUTO_SEEK_TO_LIVE)}set noAutoSeekToLive(e){D(this,B.NO_AUTO_SEEK_TO_LIVE,e)}get noVolumePref(){return E(this,B.NO_VOLUME_PREF)}set noVolumePref(e){D(this,B.NO_VOLUME_PREF,e)}get noMutedPref(){return E(this,B.NO_MUTED_PREF)}set noMutedPref(e){D(this,B.NO_MUTED_PREF,e)}get noSubtitlesLangPref(){return E(this,B.NO_SUBTITLES_LANG_PREF)}set noSubtitlesLangPref(e){D(this,B.NO_SUBTITLES_LANG_PREF,e)}get noDefaultStore(){return E(this,B.NO_DEFAULT_STORE)}set noDefaultStore(e){D(this,B.NO_DEFAULT_STORE,e)}get resolvedLang(){return ut()}attributeChangedCallback(e,t,n){var r,i,a,o,s,c,l,u,d,f;if(super.attributeChangedCallback(e,t,n),e===B.NO_HOTKEYS)n!==t&&n===``?(this.hasAttribute(B.HOTKEYS)&&console.warn("Media Chrome: Both `hotkeys` and `nohotkeys` have been set. All hotkeys will be disabled."),this.disableHotkeys()):n!==t&&n===null&&this.enableHotkeys(),Rr(this,Xr,Zr).call(this);else if(e===B.HOTKEYS)I(this,zr).value=n,Rr(this,Xr,Zr).call(this);else if(e===B.DEFAULT_SUBTITLES&&n!==t)(r=I(this,R))==null||r.dispatch({type:`optionschangerequest`,detail:{defaultSubtitles:this.hasAttribute(B.DEFAULT_SUBTITLES)}});else if(e===B.DEFAULT_STREAM_TYPE)(i=I(this,R))==null||i.dispatch({type:`optionschangerequest`,detail:{defaultStreamType:this.getAttribute(B.DEFAULT_STREAM_TYPE)??void 0}});else if(e===B.LIVE_EDGE_OFFSET&&n!==t)(a=I(this,R))==null||a.dispatch({type:`optionschangerequest`,detail:{liveEdgeOffset:this.hasAttribute(B.LIVE_EDGE_OFFSET)?+this.getAttribute(B.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(B.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(B.SEEK_TO_LIVE_OFFSET):this.hasAttribute(B.LIVE_EDGE_OFFSET)?+this.getAttribute(B.LIVE_EDGE_OFFSET):void 0}});else if(e===B.SEEK_TO_LIVE_OFFSET&&n!==t)(o=I(this,R))==null||o.dispatch({type:`optionschangerequest`,detail:{seekToLiveOffset:this.hasAttribute(B.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(B.SEEK_TO_LIVE_OFFSET):this.hasAttribute(B.LIVE_EDGE_OFFSET)?+this.getAttribute(B.LIVE_EDGE_OFFSET):void 0}});else if(e===B.NO_AUTO_SEEK_TO_LIVE)(s=I(this,R))==null||s.dispatch({type:`optionschangerequest`,detail:{noAutoSeekToLive:this.hasAttribute(B.NO_AUTO_SEEK_TO_LIVE)}});else if(e===B.FULLSCREEN_ELEMENT){let e=n?this.getRootNode()?.getElementById(n):void 0;Lr(this,Br,e),(c=I(this,R))==null||c.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement})}else e===B.LANG&&n!==t?(ct(n),(l=I(this,R))==null||l.dispatch({type:`optionschangerequest`,detail:{mediaLang:n}})):e===B.LOOP&&n!==t?(u=I(this,R))==null||u.dispatch({type:v.MEDIA_LOOP_REQUEST,detail:n!=null}):e===B.NO_VOLUME_PREF&&n!==t?(d=I(this,R))==null||d.dispatch({type:`optionschangerequest`,detail:{noVolumePref:this.hasAttribute(B.NO_VOLUME_PREF)}}):e===B.NO_MUTED_PREF&&n!==t&&((f=I(this,R))==null||f.dispatch({type:`optionschangerequest`,detail:{noMutedPref:this.hasAttribute(B.NO_MUTED_PREF)}}))}connectedCallback(){var e,t;this.associateElement(this),!I(this,R)&&!this.hasAttribute(B.NO_DEFAULT_STORE)&&Rr(this,Gr,Kr).call(this),(e=I(this,R))==null||e.dispatch({type:`documentelementchangerequest`,detail:_}),(t=I(this,R))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement}),super.connectedCallback(),I(this,R)&&!I(this,Hr)&&Lr(this,Hr,I(this,R)?.subscribe(I(this,Vr))),I(this,Wr)!==void 0&&I(this,R)&&this.media&&setTimeout(()=>{var e;this.media?.textTracks?.length&&((e=I(this,R))==null||e.dispatch({type:v.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:I(this,Wr)}))},0),this.hasAttribute(B.NO_HOTKEYS)?this.disableHotkeys():this.enableHotkeys()}disconnectedCallback(){var e,t,n,r,i;if((e=super.disconnectedCallback)==null||e.call(this),this.disableHotkeys(),I(this,R)){let e=I(this,R).getState();Lr(this,Wr,!!e.mediaSubtitlesShowing?.length),(t=I(this,R))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:void 0}),(n=I(this,R))==null||n.dispatch({type:`documentelementchangerequest`,detail:void 0}),(r=I(this,R))==null||r.dispatch({type:v.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:!1})}I(this,Hr)&&((i=I(this,Hr))==null||i.call(this),Lr(this,Hr,void 0)),this.unassociateElement(this),I(this,z)&&(I(this,z).remove(),Lr(this,z,null))}mediaSetCallback(e){var t;super.mediaSetCallback(e),(t=I(this,R))==null||t.dispatch({type:`mediaelementchangerequest`,detail:e}),e.hasAttribute(`tabindex`)||(e.tabIndex=-1)}mediaUnsetCallback(e){var t;super.mediaUnsetCallback(e),(t=I(this,R))==null||t.dispatch({type:`mediaelementchangerequest`,detail:void 0})}propagateMediaState(e,t){_i(this.mediaStateReceivers,e,t)}associateElement(e){if(!e)return;let{associatedElementSubscriptions:t}=this;if(t.has(e))return;let n=vi(e,this.registerMediaStateReceiver.bind(this),this.unregisterMediaStateReceiver.bind(this));Object.values(v).forEach(t=>{e.addEventListener(t,I(this,Ur))}),t.set(e,n)}unassociateElement(e){if(!e)return;let{associatedElementSubscriptions:t}=this;t.has(e)&&(t.get(e)(),t.delete(e),Object.values(v).forEach(t=>{e.removeEventListener(t,I(this,Ur))}))}registerMediaStateReceiver(e){if(!e)return;let t=this.mediaStateReceivers;t.indexOf(e)>-1||(t.push(e),I(this,R)&&Object.entries(I(this,R).getState()).forEach(([t,n])=>{_i([e],t,n)}))}unregisterMediaStateReceiver(e){let t=this.mediaStateReceivers,n=t.indexOf(e);n<0||t.splice(n,1)}enableHotkeys(){this.addEventListener(`keydown`,Rr(this,Jr,Yr))}disableHotkeys(){this.removeEventListener(`keydown`,Rr(this,Jr,Yr)),this.removeEventListener(`keyup`,I(this,qr))}get hotkeys(){return I(this,zr)}set hotkeys(e){k(this,B.HOTKEYS,e)}keyboardShortcutHandler(e){let t=e.target;if((t.getAttribute(B.KEYS_USED)?.split(` `)??t?.keysUsed??[]).map(e=>e===`Space`?` `:e).filter(Boolean).includes(e.key))return;let n,r,i;if(!I(this,zr).contains(bn(e.key))&&(!e.shiftKey||e.key!==`/`&&e.key!==`?`||!I(this,zr).contains(`noshift+/`)))switch(e.key){case` `:case`k`:n=I(this,R).getState().mediaPaused?v.MEDIA_PLAY_REQUEST:v.MEDIA_PAUSE_REQUEST,this.dispatchEvent(new g.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`m`:n=this.mediaStore.getState().mediaVolumeLevel===`off`?v.MEDIA_UNMUTE_REQUEST:v.MEDIA_MUTE_REQUEST,this.dispatchEvent(new g.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`f`:n=this.mediaStore.getState().mediaIsFullscreen?v.MEDIA_EXIT_FULLSCREEN_REQUEST:v.MEDIA_ENTER_FULLSCREEN_REQUEST,this.dispatchEvent(new g.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`c`:this.dispatchEvent(new g.CustomEvent(v.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}));break;case`ArrowLeft`:case`j`:{let e=this.hasAttribute(B.KEYBOARD_BACKWARD_SEEK_OFFSET)?+this.getAttribute(B.KEYBOARD_BACKWARD_SEEK_OFFSET):ti;r=Math.max((this.mediaStore.getState().mediaCurrentTime??0)-e,0),i=new g.CustomEvent(v.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowRight`:case`l`:{let e=this.hasAttribute(B.KEYBOARD_FORWARD_SEEK_OFFSET)?+this.getAttribute(B.KEYBOARD_FORWARD_SEEK_OFFSET):ti;r=Math.max((this.mediaStore.getState().mediaCurrentTime??0)+e,0),i=new g.CustomEvent(v.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowUp`:{let e=this.hasAttribute(B.KEYBOARD_UP_VOLUME_STEP)?+this.getAttribute(B.KEYBOARD_UP_VOLUME_STEP):ni;r=Math.min((this.mediaStore.getState().mediaVolume??1)+e,1),i=new g.CustomEvent(v.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowDown`:{let e=this.hasAttribute(B.KEYBOARD_DOWN_VOLUME_STEP)?+this.getAttribute(B.KEYBOARD_DOWN_VOLUME_STEP):ni;r=Math.max((this.mediaStore.getState().mediaVolume??1)-e,0),i=new g.CustomEvent(v.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`<`:{let e=this.mediaStore.getState().mediaPlaybackRate??1;r=Math.max(e-ri,ii).toFixed(2),i=new g.CustomEvent(v.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`>`:{let e=this.mediaStore.getState().mediaPlaybackRate??1;r=Math.min(e+ri,ai).toFixed(2),i=new g.CustomEvent(v.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`/`:case`?`:e.shiftKey&&Rr(this,Qr,$r).call(this);break;case`p`:n=this.mediaStore.getState().mediaIsPip?v.MEDIA_EXIT_PIP_REQUEST:v.MEDIA_ENTER_PIP_REQUEST,i=new g.CustomEvent(n,{composed:!0,bubbles:!0}),this.dispatchEvent(i)}}};zr=new WeakMap,Br=new WeakMap,R=new WeakMap,z=new WeakMap,Vr=new WeakMap,Hr=new WeakMap,Ur=new WeakMap,Wr=new WeakMap,Gr=new WeakSet,Kr=function(){this.mediaStore=Fr({media:this.media,fullscreenElement:this.fullscreenElement,options:{defaultSubtitles:this.hasAttribute(B.DEFAULT_SUBTITLES),defaultDuration:this.hasAttribute(B.DEFAULT_DURATION)?+this.getAttribute(B.DEFAULT_DURATION):void 0,defaultStreamType:this.getAttribute(B.DEFAULT_STREAM_TYPE)??void 0,liveEdgeOffset:this.hasAttribute(B.LIVE_EDGE_OFFSET)?+this.getAttribute(B.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(B.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(B.SEEK_TO_LIVE_OFFSET):this.hasAttribute(B.LIVE_EDGE_OFFSET)?+this.getAttribute(B.LIVE_EDGE_OFFSET):void 0,noAutoSeekToLive:this.hasAttribute(B.NO_AUTO_SEEK_TO_LIVE),noVolumePref:this.hasAttribute(B.NO_VOLUME_PREF),noMutedPref:this.hasAttribute(B.NO_MUTED_PREF),noSubtitlesLangPref:this.hasAttribute(B.NO_SUBTITLES_LANG_PREF)}})},qr=new WeakMap,Jr=new WeakSet,Yr=function(e){let{metaKey:t,altKey:n,key:r,shiftKey:i}=e,a=i&&(r===`/`||r===`?`);if(a&&I(this,z)?.open||t||n||!a&&!ei.includes(r)){this.removeEventListener(`keyup`,I(this,qr));return}let o=e.target,s=o instanceof HTMLElement&&(o.tagName.toLowerCase()===`media-volume-range`||o.tagName.toLowerCase()===`media-time-range`);[` `,`ArrowLeft`,`ArrowRight`,`ArrowUp`,`ArrowDown`].includes(r)&&!I(this,zr).contains(bn(r))&&!s&&e.preventDefault(),this.addEventListener(`keyup`,I(this,qr),{once:!0})},Xr=new WeakSet,Zr=function(){I(this,z)&&(I(this,z).hotkeys=I(this,zr).value||void 0,(this.noHotkeys||I(this,zr).contains(`noshift+/`))&&(I(this,z).open=!1))},Qr=new WeakSet,$r=function(){I(this,z)||(Lr(this,z,_.createElement(`media-keyboard-shortcuts-dialog`)),Rr(this,Xr,Zr).call(this),this.appendChild(I(this,z))),I(this,z).open=!0};var si=Object.values(b),ci=Object.values(Oe),li=e=>{var t;let{observedAttributes:n}=e.constructor;!n&&e.nodeName?.includes(`-`)&&(g.customElements.upgrade(e),{observedAttributes:n}=e.constructor);let r=((t=(e?.getAttribute)?.call(e,y.MEDIA_CHROME_ATTRIBUTES))?.split)?.call(t,/\s+/);return Array.isArray(n||r)?(n||r).filter(e=>si.includes(e)):[]},ui=e=>(e.nodeName?.includes(`-`)&&g.customElements.get(e.nodeName?.toLowerCase())&&!(e instanceof g.customElements.get(e.nodeName.toLowerCase()))&&g.customElements.upgrade(e),ci.some(t=>t in e)),di=e=>ui(e)||!!li(e).length,fi=e=>(e?.join)?.call(e,`:`),pi={[b.MEDIA_SUBTITLES_LIST]:Xn,[b.MEDIA_SUBTITLES_SHOWING]:Xn,[b.MEDIA_SEEKABLE]:fi,[b.MEDIA_BUFFERED]:e=>e?.map(fi).join(` `),[b.MEDIA_PREVIEW_COORDS]:e=>e?.join(` `),[b.MEDIA_RENDITION_LIST]:Fn,[b.MEDIA_AUDIO_TRACK_LIST]:zn},mi=async(e,t,n)=>{if(e.isConnected||await Wn(0),typeof n==`boolean`||n==null)return D(e,t,n);if(typeof n==`number`)return T(e,t,n);if(typeof n==`string`)return k(e,t,n);if(Array.isArray(n)&&!n.length)return e.removeAttribute(t);let r=pi[t]?.call(pi,n)??n;return e.setAttribute(t,r)},hi=e=>!!e.closest?.call(e,`*[slot="media"]`),gi=(e,t)=>{if(hi(e))return;let n=(e,t)=>{di(e)&&t(e);let{children:n=[]}=e??{},r=e?.shadowRoot?.children??[];[...n,...r].forEach(e=>gi(e,t))},r=e?.nodeName.toLowerCase();r.includes(`-`)&&!di(e)?g.customElements.whenDefined(r).then(()=>{n(e,t)}):n(e,t)},_i=(e,t,n)=>{e.forEach(e=>{if(t in e){e[t]=n;return}let r=li(e),i=t.toLowerCase();r.includes(i)&&mi(e,i,n)})},vi=(e,t,n)=>{gi(e,t);let r=e=>{t(e?.composedPath()[0]??e.target)},i=e=>{n(e?.composedPath()[0]??e.target)};e.addEventListener(v.REGISTER_MEDIA_STATE_RECEIVER,r),e.addEventListener(v.UNREGISTER_MEDIA_STATE_RECEIVER,i);let a=e=>{e.forEach(e=>{let{addedNodes:r=[],removedNodes:i=[],type:a,target:o,attributeName:s}=e;a===`childList`?(Array.prototype.forEach.call(r,e=>gi(e,t)),Array.prototype.forEach.call(i,e=>gi(e,n))):a===`attributes`&&s===y.MEDIA_CHROME_ATTRIBUTES&&(di(o)?t(o):n(o))})},o=[],s=e=>{let r=e.target;r.name!==`media`&&(o.forEach(e=>gi(e,n)),o=[...r.assignedElements({flatten:!0})],o.forEach(e=>gi(e,t)))};e.addEventListener(`slotchange`,s);let c=new MutationObserver(a);return c.observe(e,{childList:!0,attributes:!0,subtree:!0}),()=>{gi(e,n),e.removeEventListener(`slotchange`,s),c.disconnect(),e.removeEventListener(v.REGISTER_MEDIA_STATE_RECEIVER,r),e.removeEventListener(v.UNREGISTER_MEDIA_STATE_RECEIVER,i)}};g.customElements.get(`media-controller`)||g.customElements.define(`media-controller`,oi);var yi=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},bi=(e,t,n)=>(yi(e,t,`read from private field`),n?n.call(e):t.get(e)),xi=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Si=(e,t,n,r)=>(yi(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Ci;function wi(e){return`
    <style>
      :host {
        
        box-sizing: border-box;
        display: var(--media-control-display, var(--media-control-bar-display, inline-flex));
        color: var(--media-text-color, var(--media-primary-color, rgb(238 238 238)));
        --media-loading-indicator-icon-height: 44px;
      }

      ::slotted(media-time-range),
      ::slotted(media-volume-range) {
        min-height: 100%;
      }

      ::slotted(media-time-range),
      ::slotted(media-clip-selector) {
        flex-grow: 1;
      }

      ::slotted([role="menu"]) {
        position: absolute;
      }
    </style>

    <slot></slot>
  `}var Ti=class extends g.HTMLElement{constructor(){if(super(),xi(this,Ci,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[y.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===y.MEDIA_CONTROLLER&&(t&&((i=(r=bi(this,Ci))?.unassociateElement)==null||i.call(r,this),Si(this,Ci,null)),n&&this.isConnected&&(Si(this,Ci,this.getRootNode()?.getElementById(n)),(o=(a=bi(this,Ci))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let n=this.getAttribute(y.MEDIA_CONTROLLER);n&&(Si(this,Ci,this.getRootNode()?.getElementById(n)),(t=(e=bi(this,Ci))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=bi(this,Ci))?.unassociateElement)==null||t.call(e,this),Si(this,Ci,null)}};Ci=new WeakMap,Ti.shadowRootOptions={mode:`open`},Ti.getTemplateHTML=wi,g.customElements.get(`media-control-bar`)||g.customElements.define(`media-control-bar`,Ti);var Ei={PLACEMENT:`placement`,BOUNDS:`bounds`};function Di(e){return`
    <style>
      :host {
        --_tooltip-background-color: var(--media-tooltip-background-color, var(--media-secondary-color, rgba(20, 20, 30, .7)));
        --_tooltip-background: var(--media-tooltip-background, var(--_tooltip-background-color));
        --_tooltip-arrow-half-width: calc(var(--media-tooltip-arrow-width, 12px) / 2);
        --_tooltip-arrow-height: var(--media-tooltip-arrow-height, 5px);
        --_tooltip-arrow-background: var(--media-tooltip-arrow-color, var(--_tooltip-background-color));
        position: relative;
        pointer-events: none;
        display: var(--media-tooltip-display, inline-flex);
        justify-content: center;
        align-items: center;
        box-sizing: border-box;
        z-index: var(--media-tooltip-z-index, 1);
        background: var(--_tooltip-background);
        color: var(--media-text-color, var(--media-primary-color, rgb(238 238 238)));
        font: var(--media-font,
          var(--media-font-weight, 400)
          var(--media-font-size, 13px) /
          var(--media-text-content-height, var(--media-control-height, 18px))
          var(--media-font-family, helvetica neue, segoe ui, roboto, arial, sans-serif));
        padding: var(--media-tooltip-padding, .35em .7em);
        border: var(--media-tooltip-border, none);
        border-radius: var(--media-tooltip-border-radius, 5px);
        filter: var(--media-tooltip-filter, drop-shadow(0 0 4px rgba(0, 0, 0, .2)));
        white-space: var(--media-tooltip-white-space, nowrap);
      }

      :host([hidden]) {
        display: none;
      }

      img, svg {
        display: inline-block;
      }

      #arrow {
        position: absolute;
        width: 0px;
        height: 0px;
        border-style: solid;
        display: var(--media-tooltip-arrow-display, block);
      }

      :host(:not([placement])),
      :host([placement="top"]) {
        position: absolute;
        bottom: calc(100% + var(--media-tooltip-distance, 12px));
        left: 50%;
        transform: translate(calc(-50% - var(--media-tooltip-offset-x, 0px)), 0);
      }
      :host(:not([placement])) #arrow,
      :host([placement="top"]) #arrow {
        top: 100%;
        left: 50%;
        border-width: var(--_tooltip-arrow-height) var(--_tooltip-arrow-half-width) 0 var(--_tooltip-arrow-half-width);
        border-color: var(--_tooltip-arrow-background) transparent transparent transparent;
        transform: translate(calc(-50% + var(--media-tooltip-offset-x, 0px)), 0);
      }

      :host([placement="right"]) {
        position: absolute;
        left: calc(100% + var(--media-tooltip-distance, 12px));
        top: 50%;
        transform: translate(0, -50%);
      }
      :host([placement="right"]) #arrow {
        top: 50%;
        right: 100%;
        border-width: var(--_tooltip-arrow-half-width) var(--_tooltip-arrow-height) var(--_tooltip-arrow-half-width) 0;
        border-color: transparent var(--_tooltip-arrow-background) transparent transparent;
        transform: translate(0, -50%);
      }

      :host([placement="bottom"]) {
        position: absolute;
        top: calc(100% + var(--media-tooltip-distance, 12px));
        left: 50%;
        transform: translate(calc(-50% - var(--media-tooltip-offset-x, 0px)), 0);
      }
      :host([placement="bottom"]) #arrow {
        bottom: 100%;
        left: 50%;
        border-width: 0 var(--_tooltip-arrow-half-width) var(--_tooltip-arrow-height) var(--_tooltip-arrow-half-width);
        border-color: transparent transparent var(--_tooltip-arrow-background) transparent;
        transform: translate(calc(-50% + var(--media-tooltip-offset-x, 0px)), 0);
      }

      :host([placement="left"]) {
        position: absolute;
        right: calc(100% + var(--media-tooltip-distance, 12px));
        top: 50%;
        transform: translate(0, -50%);
      }
      :host([placement="left"]) #arrow {
        top: 50%;
        left: 100%;
        border-width: var(--_tooltip-arrow-half-width) 0 var(--_tooltip-arrow-half-width) var(--_tooltip-arrow-height);
        border-color: transparent transparent transparent var(--_tooltip-arrow-background);
        transform: translate(0, -50%);
      }
      
      :host([placement="none"]) #arrow {
        display: none;
      }
    </style>
    <slot></slot>
    <div id="arrow"></div>
  `}var Oi=class extends g.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{if(!Je(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;let e=this.placement;if(e===`left`||e===`right`){this.style.removeProperty(`--media-tooltip-offset-x`);return}let t=getComputedStyle(this),n=Ge(this,`#`+this.bounds)??He(this);if(!n)return;let{x:r,width:i}=n.getBoundingClientRect(),{x:a,width:o}=this.getBoundingClientRect(),s=a+o,c=r+i,l=t.getPropertyValue(`--media-tooltip-offset-x`),u=l?parseFloat(l.replace(`px`,``)):0,d=t.getPropertyValue(`--media-tooltip-container-margin`),f=d?parseFloat(d.replace(`px`,``)):0,p=a-r+u-f,m=s-c+u+f;p<0?this.style.setProperty(`--media-tooltip-offset-x`,`${p}px`):m>0?this.style.setProperty(`--media-tooltip-offset-x`,`${m}px`):this.style.removeProperty(`--media-tooltip-offset-x`)},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}if(this.arrowEl=this.shadowRoot.querySelector(`#arrow`),Object.prototype.hasOwnProperty.call(this,`placement`)){let e=this.placement;delete this.placement,this.placement=e}}static get observedAttributes(){return[Ei.PLACEMENT,Ei.BOUNDS]}get placement(){return O(this,Ei.PLACEMENT)}set placement(e){k(this,Ei.PLACEMENT,e)}get bounds(){return O(this,Ei.BOUNDS)}set bounds(e){k(this,Ei.BOUNDS,e)}};Oi.shadowRootOptions={mode:`open`},Oi.getTemplateHTML=Di,g.customElements.get(`media-tooltip`)||g.customElements.define(`media-tooltip`,Oi);var ki=Oi,Ai=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},V=(e,t,n)=>(Ai(e,t,`read from private field`),n?n.call(e):t.get(e)),ji=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Mi=(e,t,n,r)=>(Ai(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Ni=(e,t,n)=>(Ai(e,t,`access private method`),n),Pi,Fi,Ii,Li,Ri,zi,Bi,Vi,Hi,Ui={TOOLTIP_PLACEMENT:`tooltipplacement`,DISABLED:`disabled`,NO_TOOLTIP:`notooltip`};function Wi(e,t={}){return`
    <style>
      :host {
        position: relative;
        font: var(--media-font,
          var(--media-font-weight, bold)
          var(--media-font-size, 14px) /
          var(--media-text-content-height, var(--media-control-height, 24px))
          var(--media-font-family, helvetica neue, segoe ui, roboto, arial, sans-serif));
        color: var(--media-text-color, var(--media-primary-color, rgb(238 238 238)));
        background: var(--media-control-background, var(--media-secondary-color, rgb(20 20 30 / .7)));
        padding: var(--media-button-padding, var(--media-control-padding, 10px));
        justify-content: var(--media-button-justify-content, center);
        display: inline-flex;
        align-items: center;
        vertical-align: middle;
        box-sizing: border-box;
        transition: background .15s linear;
        pointer-events: auto;
        cursor: var(--media-cursor, pointer);
        -webkit-tap-highlight-color: transparent;
      }

      
      :host(:focus-visible) {
        box-shadow: var(--media-focus-box-shadow, inset 0 0 0 2px rgb(27 127 204 / .9));
        outline: 0;
      }
      
      :host(:where(:focus)) {
        box-shadow: none;
        outline: 0;
      }

      :host(:hover) {
        background: var(--media-control-hover-background, rgba(50 50 70 / .7));
      }

      slot[name="icon"] {
        display: inline-flex;
        align-items: center;
      }

      svg, img, ::slotted(svg), ::slotted(img) {
        width: var(--media-button-icon-width);
        height: var(--media-button-icon-height, var(--media-control-height, 24px));
        transform: var(--media-button-icon-transform);
        transition: var(--media-button-icon-transition);
        fill: var(--media-icon-color, var(--media-primary-color, rgb(238 238 238)));
        vertical-align: middle;
        max-width: 100%;
        max-height: 100%;
        min-width: 100%;
      }

      media-tooltip {
        
        max-width: 0;
        overflow-x: clip;
        opacity: 0;
        transition: opacity .3s, max-width 0s 9s;
      }

      :host(:hover) media-tooltip,
      :host(:focus-visible) media-tooltip {
        max-width: 100vw;
        opacity: 1;
        transition: opacity .3s;
      }

      :host([notooltip]) slot[name="tooltip"] {
        display: none;
      }
    </style>

    ${this.getSlotTemplateHTML(e,t)}

    <slot name="tooltip">
      <media-tooltip part="tooltip" aria-hidden="true">
        <template shadowrootmode="${ki.shadowRootOptions.mode}">
          ${ki.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(e)}
        </slot>
      </media-tooltip>
    </slot>
  `}function Gi(e,t){return`
    <slot></slot>
  `}function Ki(){return``}var H=class extends g.HTMLElement{constructor(){if(super(),ji(this,Ii),ji(this,Vi),ji(this,Pi,void 0),this.preventClick=!1,this.tooltipEl=null,ji(this,Fi,e=>{this.preventClick||this.handleClick(e),setTimeout(V(this,Ri),0)}),ji(this,Ri,()=>{var e,t;(t=(e=this.tooltipEl)?.updateXOffset)==null||t.call(e)}),ji(this,zi,e=>{let{key:t}=e;this.keysUsed.includes(t)?this.preventClick||this.handleClick(e):this.removeEventListener(`keyup`,V(this,zi))}),ji(this,Bi,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!this.keysUsed.includes(r)?this.removeEventListener(`keyup`,V(this,zi)):this.addEventListener(`keyup`,V(this,zi),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}this.tooltipEl=this.shadowRoot.querySelector(`media-tooltip`)}static get observedAttributes(){return[`disabled`,Ui.TOOLTIP_PLACEMENT,y.MEDIA_CONTROLLER,b.MEDIA_LANG]}enable(){this.addEventListener(`click`,V(this,Fi)),this.addEventListener(`keydown`,V(this,Bi)),this.tabIndex=0}disable(){this.removeEventListener(`click`,V(this,Fi)),this.removeEventListener(`keydown`,V(this,Bi)),this.removeEventListener(`keyup`,V(this,zi)),this.tabIndex=-1}attributeChangedCallback(e,t,n){var r,i,a,o;e===y.MEDIA_CONTROLLER?(t&&((i=(r=V(this,Pi))?.unassociateElement)==null||i.call(r,this),Mi(this,Pi,null)),n&&this.isConnected&&(Mi(this,Pi,this.getRootNode()?.getElementById(n)),(o=(a=V(this,Pi))?.associateElement)==null||o.call(a,this))):e===`disabled`&&n!==t?n==null?this.enable():this.disable():e===Ui.TOOLTIP_PLACEMENT&&this.tooltipEl&&n!==t?this.tooltipEl.placement=n:e===b.MEDIA_LANG&&(this.shadowRoot.querySelector(`slot[name="tooltip-content"]`).innerHTML=this.constructor.getTooltipContentHTML()),Ni(this,Ii,Li).call(this)&&V(this,Ri).call(this)}connectedCallback(){var e,t;let{style:n}=C(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute(`disabled`)?this.disable():this.enable(),this.setAttribute(`role`,`button`);let r=this.getAttribute(y.MEDIA_CONTROLLER);r&&(Mi(this,Pi,this.getRootNode()?.getElementById(r)),(t=(e=V(this,Pi))?.associateElement)==null||t.call(e,this)),g.customElements.whenDefined(`media-tooltip`).then(()=>Ni(this,Vi,Hi).call(this))}disconnectedCallback(){var e,t;this.disable(),(t=(e=V(this,Pi))?.unassociateElement)==null||t.call(e,this),Mi(this,Pi,null),this.removeEventListener(`mouseenter`,V(this,Ri)),this.removeEventListener(`focus`,V(this,Ri)),this.removeEventListener(`click`,V(this,Fi))}get keysUsed(){return[`Enter`,` `]}get tooltipPlacement(){return O(this,Ui.TOOLTIP_PLACEMENT)}set tooltipPlacement(e){k(this,Ui.TOOLTIP_PLACEMENT,e)}get mediaController(){return O(this,y.MEDIA_CONTROLLER)}set mediaController(e){k(this,y.MEDIA_CONTROLLER,e)}get disabled(){return E(this,Ui.DISABLED)}set disabled(e){D(this,Ui.DISABLED,e)}get noTooltip(){return E(this,Ui.NO_TOOLTIP)}set noTooltip(e){D(this,Ui.NO_TOOLTIP,e)}handleClick(e){}};Pi=new WeakMap,Fi=new WeakMap,Ii=new WeakSet,Li=function(){try{return this.matches(`:hover, :focus-visible`)}catch{return this.matches(`:hover, :focus`)}},Ri=new WeakMap,zi=new WeakMap,Bi=new WeakMap,Vi=new WeakSet,Hi=function(){this.addEventListener(`mouseenter`,V(this,Ri)),this.addEventListener(`focus`,V(this,Ri)),this.addEventListener(`click`,V(this,Fi));let e=this.tooltipPlacement;e&&this.tooltipEl&&(this.tooltipEl.placement=e)},H.shadowRootOptions={mode:`open`},H.getTemplateHTML=Wi,H.getSlotTemplateHTML=Gi,H.getTooltipContentHTML=Ki,g.customElements.get(`media-chrome-button`)||g.customElements.define(`media-chrome-button`,H);var qi=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,Ji=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function Yi(e){return`
    <style>
      :host([${b.MEDIA_PAUSED}]) slot[name=pause],
      :host(:not([${b.MEDIA_PAUSED}])) slot[name=play] {
        display: none !important;
      }

      :host([${b.MEDIA_PAUSED}]) slot[name=tooltip-pause],
      :host(:not([${b.MEDIA_PAUSED}])) slot[name=tooltip-play] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="play">${qi}</slot>
      <slot name="pause">${Ji}</slot>
    </slot>
  `}function Xi(){return`
    <slot name="tooltip-play">${j(`Play`)}</slot>
    <slot name="tooltip-pause">${j(`Pause`)}</slot>
  `}var Zi=e=>{let t=e.mediaPaused?j(`play`):j(`pause`);e.setAttribute(`aria-label`,t)},Qi=class extends H{static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PAUSED,b.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),Zi(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),(e===b.MEDIA_PAUSED||e===b.MEDIA_LANG)&&Zi(this)}get mediaPaused(){return E(this,b.MEDIA_PAUSED)}set mediaPaused(e){D(this,b.MEDIA_PAUSED,e)}handleClick(){let e=this.mediaPaused?v.MEDIA_PLAY_REQUEST:v.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new g.CustomEvent(e,{composed:!0,bubbles:!0}))}};Qi.getSlotTemplateHTML=Yi,Qi.getTooltipContentHTML=Xi,g.customElements.get(`media-play-button`)||g.customElements.define(`media-play-button`,Qi);var $i=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,ea=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,ta=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function na(e){return`
    <style>
      :host(:not([${b.MEDIA_VOLUME_LEVEL}])) slot[name=icon] slot:not([name=high]),
      :host([${b.MEDIA_VOLUME_LEVEL}=high]) slot[name=icon] slot:not([name=high]) {
        display: none !important;
      }

      :host([${b.MEDIA_VOLUME_LEVEL}=off]) slot[name=icon] slot:not([name=off]) {
        display: none !important;
      }

      :host([${b.MEDIA_VOLUME_LEVEL}=low]) slot[name=icon] slot:not([name=low]) {
        display: none !important;
      }

      :host([${b.MEDIA_VOLUME_LEVEL}=medium]) slot[name=icon] slot:not([name=medium]) {
        display: none !important;
      }

      :host(:not([${b.MEDIA_VOLUME_LEVEL}=off])) slot[name=tooltip-unmute],
      :host([${b.MEDIA_VOLUME_LEVEL}=off]) slot[name=tooltip-mute] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="off">${$i}</slot>
      <slot name="low">${ea}</slot>
      <slot name="medium">${ea}</slot>
      <slot name="high">${ta}</slot>
    </slot>
  `}function ra(){return`
    <slot name="tooltip-mute">${j(`Mute`)}</slot>
    <slot name="tooltip-unmute">${j(`Unmute`)}</slot>
  `}var ia=e=>{let t=e.mediaVolumeLevel===`off`?j(`unmute`):j(`mute`);e.setAttribute(`aria-label`,t)},aa=class extends H{static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),ia(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_VOLUME_LEVEL&&ia(this)}get mediaVolumeLevel(){return O(this,b.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(e){k(this,b.MEDIA_VOLUME_LEVEL,e)}handleClick(){let e=this.mediaVolumeLevel===`off`?v.MEDIA_UNMUTE_REQUEST:v.MEDIA_MUTE_REQUEST;this.dispatchEvent(new g.CustomEvent(e,{composed:!0,bubbles:!0}))}};aa.getSlotTemplateHTML=na,aa.getTooltipContentHTML=ra,g.customElements.get(`media-mute-button`)||g.customElements.define(`media-mute-button`,aa);var oa=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},U=(e,t,n)=>(oa(e,t,`read from private field`),n?n.call(e):t.get(e)),W=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},sa=(e,t,n,r)=>(oa(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),ca=(e,t,n)=>(oa(e,t,`access private method`),n),la,ua,da,fa,pa,ma,ha,ga,_a,va,ya,ba,xa,Sa,Ca,wa,Ta,Ea,Da,Oa,ka,Aa,ja,Ma,Na;function Pa(e){return`
    <style>
      :host {
        --_focus-box-shadow: var(--media-focus-box-shadow, inset 0 0 0 2px rgb(27 127 204 / .9));
        --_media-range-padding: var(--media-range-padding, var(--media-control-padding, 10px));

        box-shadow: var(--_focus-visible-box-shadow, none);
        background: var(--media-control-background, var(--media-secondary-color, rgb(20 20 30 / .7)));
        height: calc(var(--media-control-height, 24px) + 2 * var(--_media-range-padding));
        display: inline-flex;
        align-items: center;
        
        vertical-align: middle;
        box-sizing: border-box;
        position: relative;
        width: 100px;
        transition: background .15s linear;
        cursor: var(--media-cursor, pointer);
        pointer-events: auto;
        touch-action: none; 
      }

      
      input[type=range]:focus {
        outline: 0;
      }
      input[type=range]:focus::-webkit-slider-runnable-track {
        outline: 0;
      }

      :host(:hover) {
        background: var(--media-control-hover-background, rgb(50 50 70 / .7));
      }

      #leftgap {
        padding-left: var(--media-range-padding-left, var(--_media-range-padding));
      }

      #rightgap {
        padding-right: var(--media-range-padding-right, var(--_media-range-padding));
      }

      #startpoint,
      #endpoint {
        position: absolute;
      }

      #endpoint {
        right: 0;
      }

      #container {
        
        width: var(--media-range-track-width, 100%);
        transform: translate(var(--media-range-track-translate-x, 0px), var(--media-range-track-translate-y, 0px));
        position: relative;
        height: 100%;
        display: flex;
        align-items: center;
        min-width: 40px;
      }

      #range {
        
        display: var(--media-time-range-hover-display, block);
        bottom: var(--media-time-range-hover-bottom, 0);
        height: var(--media-time-range-hover-height, max(100% , 25px));
        width: 100%;
        position: absolute;
        cursor: var(--media-cursor, pointer);

        -webkit-appearance: none; 
        -webkit-tap-highlight-color: transparent;
        background: transparent; 
        margin: 0;
        z-index: 1;
      }

      @media (hover: hover) {
        #range {
          bottom: var(--media-time-range-hover-bottom, 0);
          height: var(--media-time-range-hover-height, max(100%, 20px));
        }
      }

      
      
      #range::-webkit-slider-thumb {
        -webkit-appearance: none;
        background: transparent;
        width: .1px;
        height: .1px;
      }

      
      #range::-moz-range-thumb {
        background: transparent;
        border: transparent;
        width: .1px;
        height: .1px;
      }

      #appearance {
        height: var(--media-range-track-height, 4px);
        display: flex;
        flex-direction: column;
        justify-content: center;
        width: 100%;
        position: absolute;
        
        will-change: transform;
      }

      #track {
        background: var(--media-range-track-background, rgb(255 255 255 / .2));
        border-radius: var(--media-range-track-border-radius, 1px);
        border: var(--media-range-track-border, none);
        outline: var(--media-range-track-outline);
        outline-offset: var(--media-range-track-outline-offset);
        backdrop-filter: var(--media-range-track-backdrop-filter);
        -webkit-backdrop-filter: var(--media-range-track-backdrop-filter);
        box-shadow: var(--media-range-track-box-shadow, none);
        position: absolute;
        width: 100%;
        height: 100%;
        overflow: hidden;
      }

      #progress,
      #pointer {
        position: absolute;
        height: 100%;
        will-change: width;
      }

      #progress {
        background: var(--media-range-bar-color, var(--media-primary-color, rgb(238 238 238)));
        transition: var(--media-range-track-transition);
      }

      #pointer {
        background: var(--media-range-track-pointer-background);
        border-right: var(--media-range-track-pointer-border-right);
        transition: visibility .25s, opacity .25s;
        visibility: hidden;
        opacity: 0;
      }

      @media (hover: hover) {
        :host(:hover) #pointer {
          transition: visibility .5s, opacity .5s;
          visibility: visible;
          opacity: 1;
        }
      }

      #thumb,
      ::slotted([slot=thumb]) {
        width: var(--media-range-thumb-width, 10px);
        height: var(--media-range-thumb-height, 10px);
        transition: var(--media-range-thumb-transition);
        transform: var(--media-range-thumb-transform, none);
        opacity: var(--media-range-thumb-opacity, 1);
        translate: -50%;
        position: absolute;
        left: 0;
        cursor: var(--media-cursor, pointer);
      }

      #thumb {
        border-radius: var(--media-range-thumb-border-radius, 10px);
        background: var(--media-range-thumb-background, var(--media-primary-color, rgb(238 238 238)));
        box-shadow: var(--media-range-thumb-box-shadow, 1px 1px 1px transparent);
        border: var(--media-range-thumb-border, none);
      }

      :host([disabled]) #thumb {
        background-color: #777;
      }

      .segments #appearance {
        height: var(--media-range-segment-hover-height, 7px);
      }

      #track {
        clip-path: url(#segments-clipping);
      }

      #segments {
        --segments-gap: var(--media-range-segments-gap, 2px);
        position: absolute;
        width: 100%;
        height: 100%;
      }

      #segments-clipping {
        transform: translateX(calc(var(--segments-gap) / 2));
      }

      #segments-clipping:empty {
        display: none;
      }

      #segments-clipping rect {
        height: var(--media-range-track-height, 4px);
        y: calc((var(--media-range-segment-hover-height, 7px) - var(--media-range-track-height, 4px)) / 2);
        transition: var(--media-range-segment-transition, transform .1s ease-in-out);
        transform: var(--media-range-segment-transform, scaleY(1));
        transform-origin: center;
      }

      /* Visible label for accessibility - positioned off-screen but technically visible (Firefox requires visible labels) */
      #range-label {
        position: absolute;
        left: -10000px;
        background: var(--media-control-background, var(--media-secondary-color, rgb(20 20 30 / .7)));
        pointer-events: none;
      }
    </style>
    <div id="leftgap"></div>
    <div id="container">
      <div id="startpoint"></div>
      <div id="endpoint"></div>
      <div id="appearance">
        <div id="track" part="track">
          <div id="pointer"></div>
          <div id="progress" part="progress"></div>
        </div>
        <slot name="thumb">
          <div id="thumb" part="thumb"></div>
        </slot>
        <svg id="segments" aria-hidden="true"><clipPath id="segments-clipping"></clipPath></svg>
      </div>
        <input id="range" type="range" min="0" max="1" step="any" value="0">
        <label for="range" id="range-label"></label>

      ${this.getContainerTemplateHTML(e)}
    </div>
    <div id="rightgap"></div>
  `}function Fa(e){return``}var Ia=class extends g.HTMLElement{constructor(){if(super(),W(this,va),W(this,ba),W(this,Sa),W(this,wa),W(this,Ea),W(this,Oa),W(this,Aa),W(this,Ma),W(this,la,void 0),W(this,ua,void 0),W(this,da,void 0),W(this,fa,void 0),W(this,pa,{}),W(this,ma,[]),W(this,ha,()=>{if(this.range.matches(`:focus-visible`)){let{style:e}=C(this.shadowRoot,`:host`);e.setProperty(`--_focus-visible-box-shadow`,`var(--_focus-box-shadow)`)}}),W(this,ga,()=>{let{style:e}=C(this.shadowRoot,`:host`);e.removeProperty(`--_focus-visible-box-shadow`)}),W(this,_a,()=>{let e=this.shadowRoot.querySelector(`#segments-clipping`);e&&e.parentNode.append(e)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}this.container=this.shadowRoot.querySelector(`#container`),sa(this,da,this.shadowRoot.querySelector(`#startpoint`)),sa(this,fa,this.shadowRoot.querySelector(`#endpoint`)),this.range=this.shadowRoot.querySelector(`#range`),this.appearance=this.shadowRoot.querySelector(`#appearance`)}static get observedAttributes(){return[`disabled`,`aria-disabled`,y.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===y.MEDIA_CONTROLLER?(t&&((i=(r=U(this,la))?.unassociateElement)==null||i.call(r,this),sa(this,la,null)),n&&this.isConnected&&(sa(this,la,this.getRootNode()?.getElementById(n)),(o=(a=U(this,la))?.associateElement)==null||o.call(a,this))):(e===`disabled`||e===`aria-disabled`&&t!==n)&&(n==null?(this.range.removeAttribute(e),ca(this,ba,xa).call(this)):(this.range.setAttribute(e,n),ca(this,Sa,Ca).call(this)))}connectedCallback(){var e,t;let{style:n}=C(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),U(this,pa).pointer=C(this.shadowRoot,`#pointer`),U(this,pa).progress=C(this.shadowRoot,`#progress`),U(this,pa).thumb=C(this.shadowRoot,`#thumb, ::slotted([slot="thumb"])`),U(this,pa).activeSegment=C(this.shadowRoot,`#segments-clipping rect:nth-child(0)`);let r=this.getAttribute(y.MEDIA_CONTROLLER);r&&(sa(this,la,this.getRootNode()?.getElementById(r)),(t=(e=U(this,la))?.associateElement)==null||t.call(e,this)),this.updateBar(),this.shadowRoot.addEventListener(`focusin`,U(this,ha)),this.shadowRoot.addEventListener(`focusout`,U(this,ga)),ca(this,ba,xa).call(this),Be(this.container,U(this,_a))}disconnectedCallback(){var e,t;ca(this,Sa,Ca).call(this),(t=(e=U(this,la))?.unassociateElement)==null||t.call(e,this),sa(this,la,null),this.shadowRoot.removeEventListener(`focusin`,U(this,ha)),this.shadowRoot.removeEventListener(`focusout`,U(this,ga)),Ve(this.container,U(this,_a))}updatePointerBar(e){var t;(t=U(this,pa).pointer)==null||t.style.setProperty(`width`,`${this.getPointerRatio(e)*100}%`)}updateBar(){var e,t;let n=this.range.valueAsNumber*100;(e=U(this,pa).progress)==null||e.style.setProperty(`width`,`${n}%`),(t=U(this,pa).thumb)==null||t.style.setProperty(`left`,`${n}%`)}updateSegments(e){let t=this.shadowRoot.querySelector(`#segments-clipping`);if(t.textContent=``,this.container.classList.toggle(`segments`,!!e?.length),!e?.length)return;let n=[...new Set([+this.range.min,...e.flatMap(e=>[e.start,e.end]),+this.range.max])];sa(this,ma,[...n]);let r=n.pop();for(let[e,i]of n.entries()){let[a,o]=[e===0,e===n.length-1],s=a?`calc(var(--segments-gap) / -1)`:`${i*100}%`,c=`calc(${((o?r:n[e+1])-i)*100}%${a||o?``:` - var(--segments-gap)`})`,l=_.createElementNS(`http://www.w3.org/2000/svg`,`rect`),u=Ze(this.shadowRoot,`#segments-clipping rect:nth-child(${e+1})`);u.style.setProperty(`x`,s),u.style.setProperty(`width`,c),t.append(l)}}getPointerRatio(e){return Ye(e.clientX,e.clientY,U(this,da).getBoundingClientRect(),U(this,fa).getBoundingClientRect())}get dragging(){return this.hasAttribute(`dragging`)}handleEvent(e){switch(e.type){case`pointermove`:ca(this,Ma,Na).call(this,e);break;case`input`:this.updateBar();break;case`pointerenter`:ca(this,Ea,Da).call(this,e);break;case`pointerdown`:ca(this,wa,Ta).call(this,e);break;case`pointerup`:ca(this,Oa,ka).call(this);break;case`pointerleave`:ca(this,Aa,ja).call(this)}}get keysUsed(){return[`ArrowUp`,`ArrowRight`,`ArrowDown`,`ArrowLeft`]}};la=new WeakMap,ua=new WeakMap,da=new WeakMap,fa=new WeakMap,pa=new WeakMap,ma=new WeakMap,ha=new WeakMap,ga=new WeakMap,_a=new WeakMap,va=new WeakSet,ya=function(e){let t=U(this,pa).activeSegment;if(!t)return;let n=this.getPointerRatio(e),r=`#segments-clipping rect:nth-child(${U(this,ma).findIndex((e,t,r)=>{let i=r[t+1];return i!=null&&n>=e&&n<=i})+1})`;t.selectorText==r&&t.style.transform||(t.selectorText=r,t.style.setProperty(`transform`,`var(--media-range-segment-hover-transform, scaleY(2))`))},ba=new WeakSet,xa=function(){!this.hasAttribute(`disabled`)&&this.isConnected&&(this.addEventListener(`input`,this),this.addEventListener(`pointerdown`,this),this.addEventListener(`pointerenter`,this))},Sa=new WeakSet,Ca=function(){var e,t;this.removeEventListener(`input`,this),this.removeEventListener(`pointerdown`,this),this.removeEventListener(`pointerenter`,this),this.removeEventListener(`pointerleave`,this),(e=g.window)==null||e.removeEventListener(`pointerup`,this),(t=g.window)==null||t.removeEventListener(`pointermove`,this)},wa=new WeakSet,Ta=function(e){var t;sa(this,ua,e.composedPath().includes(this.range)),(t=g.window)==null||t.addEventListener(`pointerup`,this,{once:!0})},Ea=new WeakSet,Da=function(e){var t;e.pointerType!==`mouse`&&ca(this,wa,Ta).call(this,e),this.addEventListener(`pointerleave`,this,{once:!0}),(t=g.window)==null||t.addEventListener(`pointermove`,this)},Oa=new WeakSet,ka=function(){var e;(e=g.window)==null||e.removeEventListener(`pointerup`,this),this.toggleAttribute(`dragging`,!1),this.range.disabled=this.hasAttribute(`disabled`)},Aa=new WeakSet,ja=function(){var e,t;this.removeEventListener(`pointerleave`,this),(e=g.window)==null||e.removeEventListener(`pointermove`,this),this.toggleAttribute(`dragging`,!1),this.range.disabled=this.hasAttribute(`disabled`),(t=U(this,pa).activeSegment)==null||t.style.removeProperty(`transform`)},Ma=new WeakSet,Na=function(e){(e.pointerType!==`pen`||e.buttons!==0)&&(this.toggleAttribute(`dragging`,e.buttons===1||e.pointerType!==`mouse`),this.updatePointerBar(e),ca(this,va,ya).call(this,e),this.dragging&&(e.pointerType!==`mouse`||!U(this,ua))&&(this.range.disabled=!0,this.range.valueAsNumber=this.getPointerRatio(e),this.range.dispatchEvent(new Event(`input`,{bubbles:!0,composed:!0}))))},Ia.shadowRootOptions={mode:`open`},Ia.getTemplateHTML=Pa,Ia.getContainerTemplateHTML=Fa,g.customElements.get(`media-chrome-range`)||g.customElements.define(`media-chrome-range`,Ia);var La=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ra=(e,t,n)=>(La(e,t,`read from private field`),n?n.call(e):t.get(e)),za=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Ba,Va=1,Ha=e=>e.mediaMuted?0:e.mediaVolume,Ua=e=>`${Math.round(e*100)}%`,Wa=class extends Ia{constructor(){super(...arguments),za(this,Ba,()=>{let e=this.range.value,t=new g.CustomEvent(v.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(t)})}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_VOLUME,b.MEDIA_MUTED,b.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute(`aria-label`,j(`volume`)),this.range.addEventListener(`input`,Ra(this,Ba))}disconnectedCallback(){this.range.removeEventListener(`input`,Ra(this,Ba)),super.disconnectedCallback()}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),(e===b.MEDIA_VOLUME||e===b.MEDIA_MUTED)&&(this.range.valueAsNumber=Ha(this),this.range.setAttribute(`aria-valuetext`,Ua(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return w(this,b.MEDIA_VOLUME,Va)}set mediaVolume(e){T(this,b.MEDIA_VOLUME,e)}get mediaMuted(){return E(this,b.MEDIA_MUTED)}set mediaMuted(e){D(this,b.MEDIA_MUTED,e)}get mediaVolumeUnavailable(){return O(this,b.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(e){k(this,b.MEDIA_VOLUME_UNAVAILABLE,e)}};Ba=new WeakMap,g.customElements.get(`media-volume-range`)||g.customElements.define(`media-volume-range`,Wa);var Ga=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ka=(e,t,n)=>(Ga(e,t,`read from private field`),n?n.call(e):t.get(e)),qa=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Ja=(e,t,n,r)=>(Ga(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Ya;function Xa(e){return`
    <style>
      :host {
        box-sizing: border-box;
        display: var(--media-control-display, var(--media-preview-thumbnail-display, inline-block));
        overflow: hidden;
      }

      img {
        display: none;
        position: relative;
      }
    </style>
    <img crossorigin loading="eager" decoding="async">
  `}var Za=class extends g.HTMLElement{constructor(){if(super(),qa(this,Ya,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[y.MEDIA_CONTROLLER,b.MEDIA_PREVIEW_IMAGE,b.MEDIA_PREVIEW_COORDS]}connectedCallback(){var e,t;let n=this.getAttribute(y.MEDIA_CONTROLLER);n&&(Ja(this,Ya,this.getRootNode()?.getElementById(n)),(t=(e=Ka(this,Ya))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=Ka(this,Ya))?.unassociateElement)==null||t.call(e,this),Ja(this,Ya,null)}attributeChangedCallback(e,t,n){var r,i,a,o;[b.MEDIA_PREVIEW_IMAGE,b.MEDIA_PREVIEW_COORDS].includes(e)&&this.update(),e===y.MEDIA_CONTROLLER&&(t&&((i=(r=Ka(this,Ya))?.unassociateElement)==null||i.call(r,this),Ja(this,Ya,null)),n&&this.isConnected&&(Ja(this,Ya,this.getRootNode()?.getElementById(n)),(o=(a=Ka(this,Ya))?.associateElement)==null||o.call(a,this)))}get mediaPreviewImage(){return O(this,b.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){k(this,b.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewCoords(){let e=this.getAttribute(b.MEDIA_PREVIEW_COORDS);if(e)return e.split(/\s+/).map(e=>+e)}set mediaPreviewCoords(e){e?this.setAttribute(b.MEDIA_PREVIEW_COORDS,e.join(` `)):this.removeAttribute(b.MEDIA_PREVIEW_COORDS)}update(){let e=this.mediaPreviewCoords,t=this.mediaPreviewImage;if(!(e&&t))return;let[n,r,i,a]=e,o=t.split(`#`)[0],s=getComputedStyle(this),{maxWidth:c,maxHeight:l,minWidth:u,minHeight:d}=s,f=s.getPropertyValue(`--media-preview-thumbnail-object-fit`).trim()||`contain`,p,m;if(f===`fill`){let e=parseInt(c)/i,t=parseInt(l)/a,n=parseInt(u)/i,r=parseInt(d)/a;p=e<1?e:Math.max(e,n),m=t<1?t:Math.max(t,r)}else{let e=Math.min(parseInt(c)/i,parseInt(l)/a),t=Math.max(parseInt(u)/i,parseInt(d)/a),n=e<1?e:t>1?t:1;p=n,m=n}let{style:h}=C(this.shadowRoot,`:host`),ee=C(this.shadowRoot,`img`).style,te=this.shadowRoot.querySelector(`img`),ne=Math.min(p,m)<1?`min`:`max`;h.setProperty(`${ne}-width`,`initial`,`important`),h.setProperty(`${ne}-height`,`initial`,`important`),h.width=`${i*p}px`,h.height=`${a*m}px`;let re=()=>{ee.width=`${this.imgWidth*p}px`,ee.height=`${this.imgHeight*m}px`,ee.display=`block`};te.src!==o&&(te.onload=()=>{this.imgWidth=te.naturalWidth,this.imgHeight=te.naturalHeight,re(),te.onload=null},te.src=o,re()),re(),ee.transform=`translate(-${n*p}px, -${r*m}px)`}};Ya=new WeakMap,Za.shadowRootOptions={mode:`open`},Za.getTemplateHTML=Xa,g.customElements.get(`media-preview-thumbnail`)||g.customElements.define(`media-preview-thumbnail`,Za);var Qa=Za,$a=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},eo=(e,t,n)=>($a(e,t,`read from private field`),n?n.call(e):t.get(e)),to=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},no=(e,t,n,r)=>($a(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),ro;function io(e,t={}){return`
    <style>
      :host {
        font: var(--media-font,
          var(--media-font-weight, normal)
          var(--media-font-size, 14px) /
          var(--media-text-content-height, var(--media-control-height, 24px))
          var(--media-font-family, helvetica neue, segoe ui, roboto, arial, sans-serif));
        color: var(--media-text-color, var(--media-primary-color, rgb(238 238 238)));
        background: var(--media-text-background, var(--media-control-background, var(--media-secondary-color, rgb(20 20 30 / .7))));
        padding: var(--media-control-padding, 10px);
        display: inline-flex;
        justify-content: center;
        align-items: center;
        vertical-align: middle;
        box-sizing: border-box;
        text-align: center;
        pointer-events: auto;
      }

      
      :host(:focus-visible) {
        box-shadow: var(--media-focus-box-shadow, inset 0 0 0 2px rgb(27 127 204 / .9));
        outline: 0;
      }

      
      :host(:where(:focus)) {
        box-shadow: none;
        outline: 0;
      }
    </style>

    ${this.getSlotTemplateHTML(e,t)}
  `}function ao(e,t){return`
    <slot></slot>
  `}var oo=class extends g.HTMLElement{constructor(){if(super(),to(this,ro,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[y.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===y.MEDIA_CONTROLLER&&(t&&((i=(r=eo(this,ro))?.unassociateElement)==null||i.call(r,this),no(this,ro,null)),n&&this.isConnected&&(no(this,ro,this.getRootNode()?.getElementById(n)),(o=(a=eo(this,ro))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let{style:n}=C(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`);let r=this.getAttribute(y.MEDIA_CONTROLLER);r&&(no(this,ro,this.getRootNode()?.getElementById(r)),(t=(e=eo(this,ro))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=eo(this,ro))?.unassociateElement)==null||t.call(e,this),no(this,ro,null)}};ro=new WeakMap,oo.shadowRootOptions={mode:`open`},oo.getTemplateHTML=io,oo.getSlotTemplateHTML=ao,g.customElements.get(`media-text-display`)||g.customElements.define(`media-text-display`,oo);var so=[{singular:`hour`,plural:`hours`},{singular:`minute`,plural:`minutes`},{singular:`second`,plural:`seconds`}],co=(e,t)=>`${e} ${j(e===1?so[t].singular:so[t].plural)}`,lo=e=>{if(!Un(e))return``;let t=Math.abs(e),n=t!==e,r=new Date(0,0,0,0,0,t,0),i=[r.getHours(),r.getMinutes(),r.getSeconds()].map((e,t)=>e&&co(e,t)).filter(e=>e).join(`, `);return n?j(`{time} remaining`,{time:i}):t===0?co(0,2):i};function uo(e,t){let n=!1;e<0&&(n=!0,e=0-e),e=e<0?0:e;let r=Math.floor(e%60),i=Math.floor(e/60%60),a=Math.floor(e/3600),o=Math.floor(t/60%60),s=Math.floor(t/3600);return(isNaN(e)||e===1/0)&&(a=i=r=`0`),a=a>0||s>0?a+`:`:``,i=((a||o>=10)&&i<10?`0`+i:i)+`:`,r=r<10?`0`+r:r,(n?`-`:``)+a+i+r}Object.freeze({length:0,start(e){let t=e>>>0;if(t>=this.length)throw new DOMException(`Failed to execute 'start' on 'TimeRanges': The index provided (${t}) is greater than or equal to the maximum bound (${this.length}).`);return 0},end(e){let t=e>>>0;if(t>=this.length)throw new DOMException(`Failed to execute 'end' on 'TimeRanges': The index provided (${t}) is greater than or equal to the maximum bound (${this.length}).`);return 0}});var fo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},po=(e,t,n)=>(fo(e,t,`read from private field`),n?n.call(e):t.get(e)),mo=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ho=(e,t,n,r)=>(fo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),go,_o=class extends oo{constructor(){super(),mo(this,go,void 0),ho(this,go,this.shadowRoot.querySelector(`slot`)),po(this,go).textContent=uo(0)}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PREVIEW_TIME]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_PREVIEW_TIME&&n!=null&&(po(this,go).textContent=uo(parseFloat(n)))}get mediaPreviewTime(){return w(this,b.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){T(this,b.MEDIA_PREVIEW_TIME,e)}};go=new WeakMap,g.customElements.get(`media-preview-time-display`)||g.customElements.define(`media-preview-time-display`,_o);var vo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},yo=(e,t,n)=>(vo(e,t,`read from private field`),n?n.call(e):t.get(e)),bo=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},xo=(e,t,n,r)=>(vo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),So,Co=class extends oo{constructor(){super(),bo(this,So,void 0),xo(this,So,this.shadowRoot.querySelector(`slot`))}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PREVIEW_CHAPTER,b.MEDIA_LANG]}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),(e===b.MEDIA_PREVIEW_CHAPTER||e===b.MEDIA_LANG)&&n!==t&&n!=null){if(yo(this,So).textContent=n,n!==``){let e=j(`chapter: {chapterName}`,{chapterName:n});this.setAttribute(`aria-valuetext`,e)}else this.removeAttribute(`aria-valuetext`)}}get mediaPreviewChapter(){return O(this,b.MEDIA_PREVIEW_CHAPTER)}set mediaPreviewChapter(e){k(this,b.MEDIA_PREVIEW_CHAPTER,e)}};So=new WeakMap,g.customElements.get(`media-preview-chapter-display`)||g.customElements.define(`media-preview-chapter-display`,Co);var wo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},G=(e,t,n)=>(wo(e,t,`read from private field`),n?n.call(e):t.get(e)),To=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},K=(e,t,n,r)=>(wo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Eo=(e,t,n,r)=>({set _(r){K(e,t,r,n)},get _(){return G(e,t,r)}}),Do,Oo,ko,Ao,jo,Mo,No,Po,Fo,Io,Lo=class{constructor(e,t,n){To(this,Do,void 0),To(this,Oo,void 0),To(this,ko,void 0),To(this,Ao,void 0),To(this,jo,void 0),To(this,Mo,void 0),To(this,No,void 0),To(this,Po,void 0),To(this,Fo,0),To(this,Io,(e=performance.now())=>{K(this,Fo,requestAnimationFrame(G(this,Io))),K(this,Ao,performance.now()-G(this,ko));let t=1e3/this.fps;if(G(this,Ao)>t){K(this,ko,e-G(this,Ao)%t);let n=1e3/((e-G(this,Oo))/++Eo(this,jo)._),r=(e-G(this,Mo))/1e3/this.duration,i=G(this,No)+r*this.playbackRate;i-G(this,Do).valueAsNumber>0?K(this,Po,this.playbackRate/this.duration/n):(K(this,Po,.995*G(this,Po)),i=G(this,Do).valueAsNumber+G(this,Po)),this.callback(i)}}),K(this,Do,e),this.callback=t,this.fps=n}start(){G(this,Fo)===0&&(K(this,ko,performance.now()),K(this,Oo,G(this,ko)),K(this,jo,0),G(this,Io).call(this))}stop(){G(this,Fo)!==0&&(cancelAnimationFrame(G(this,Fo)),K(this,Fo,0))}update({start:e,duration:t,playbackRate:n}){let r=e-G(this,Do).valueAsNumber,i=Math.abs(t-this.duration);(r>0||r<-.5/t||i>=.5)&&this.callback(e),K(this,No,e),K(this,Mo,performance.now()),this.duration=t,this.playbackRate=n}};Do=new WeakMap,Oo=new WeakMap,ko=new WeakMap,Ao=new WeakMap,jo=new WeakMap,Mo=new WeakMap,No=new WeakMap,Po=new WeakMap,Fo=new WeakMap,Io=new WeakMap;var Ro=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},q=(e,t,n)=>(Ro(e,t,`read from private field`),n?n.call(e):t.get(e)),J=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Y=(e,t,n,r)=>(Ro(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),zo=(e,t,n)=>(Ro(e,t,`access private method`),n),Bo,Vo,Ho,Uo,Wo,Go,Ko,qo,Jo,Yo,Xo,Zo,Qo,$o,es,ts,ns,rs,is,as,os,ss,cs,ls,us,ds,fs=e=>{let t=e.range,n=lo(+hs(e)),r=lo(+e.mediaSeekableEnd),i=n&&r?j(`{currentTime} of {totalTime}`,{currentTime:n,totalTime:r}):j(`video not loaded, unknown time.`);t.setAttribute(`aria-valuetext`,i)};function ps(e){return`
    <style>
      :host {
        --media-box-border-radius: 4px;
        --media-box-padding-left: 10px;
        --media-box-padding-right: 10px;
        --media-preview-border-radius: var(--media-box-border-radius);
        --media-box-arrow-offset: var(--media-box-border-radius);
        --_control-background: var(--media-control-background, var(--media-secondary-color, rgb(20 20 30 / .7)));
        --_preview-background: var(--media-preview-background, var(--_control-background));

        
        contain: layout;
      }

      #buffered {
        background: var(--media-time-range-buffered-color, rgb(255 255 255 / .4));
        position: absolute;
        height: 100%;
        will-change: width;
      }

      #preview-rail,
      #current-rail {
        width: 100%;
        position: absolute;
        left: 0;
        bottom: 100%;
        pointer-events: none;
        will-change: transform;
      }

      [part~="box"] {
        width: min-content;
        
        position: absolute;
        bottom: 100%;
        flex-direction: column;
        align-items: center;
        transform: translateX(-50%);
      }

      [part~="current-box"] {
        display: var(--media-current-box-display, var(--media-box-display, flex));
        margin: var(--media-current-box-margin, var(--media-box-margin, 0 0 5px));
        visibility: hidden;
      }

      [part~="preview-box"] {
        display: var(--media-preview-box-display, var(--media-box-display, flex));
        margin: var(--media-preview-box-margin, var(--media-box-margin, 0 0 5px));
        transition-property: var(--media-preview-transition-property, visibility, opacity);
        transition-duration: var(--media-preview-transition-duration-out, .25s);
        transition-delay: var(--media-preview-transition-delay-out, 0s);
        visibility: hidden;
        opacity: 0;
      }

      :host(:is([${b.MEDIA_PREVIEW_IMAGE}], [${b.MEDIA_PREVIEW_TIME}])[dragging]) [part~="preview-box"] {
        transition-duration: var(--media-preview-transition-duration-in, .5s);
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        visibility: visible;
        opacity: 1;
      }

      @media (hover: hover) {
        :host(:is([${b.MEDIA_PREVIEW_IMAGE}], [${b.MEDIA_PREVIEW_TIME}]):hover) [part~="preview-box"] {
          transition-duration: var(--media-preview-transition-duration-in, .5s);
          transition-delay: var(--media-preview-transition-delay-in, .25s);
          visibility: visible;
          opacity: 1;
        }
      }

      media-preview-thumbnail,
      ::slotted(media-preview-thumbnail) {
        visibility: hidden;
        
        transition: visibility 0s .25s;
        transition-delay: calc(var(--media-preview-transition-delay-out, 0s) + var(--media-preview-transition-duration-out, .25s));
        background: var(--media-preview-thumbnail-background, var(--_preview-background));
        box-shadow: var(--media-preview-thumbnail-box-shadow, 0 0 4px rgb(0 0 0 / .2));
        max-width: var(--media-preview-thumbnail-max-width, 180px);
        max-height: var(--media-preview-thumbnail-max-height, 160px);
        min-width: var(--media-preview-thumbnail-min-width, 120px);
        min-height: var(--media-preview-thumbnail-min-height, 80px);
        border: var(--media-preview-thumbnail-border);
        border-radius: var(--media-preview-thumbnail-border-radius,
          var(--media-preview-border-radius) var(--media-preview-border-radius) 0 0);
      }

      :host([${b.MEDIA_PREVIEW_IMAGE}][dragging]) media-preview-thumbnail,
      :host([${b.MEDIA_PREVIEW_IMAGE}][dragging]) ::slotted(media-preview-thumbnail) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        visibility: visible;
      }

      @media (hover: hover) {
        :host([${b.MEDIA_PREVIEW_IMAGE}]:hover) media-preview-thumbnail,
        :host([${b.MEDIA_PREVIEW_IMAGE}]:hover) ::slotted(media-preview-thumbnail) {
          transition-delay: var(--media-preview-transition-delay-in, .25s);
          visibility: visible;
        }

        :host([${b.MEDIA_PREVIEW_TIME}]:hover) {
          --media-time-range-hover-display: block;
        }
      }

      media-preview-chapter-display,
      ::slotted(media-preview-chapter-display) {
        font-size: var(--media-font-size, 13px);
        line-height: 17px;
        min-width: 0;
        visibility: hidden;
        
        transition: min-width 0s, border-radius 0s, margin 0s, padding 0s, visibility 0s;
        transition-delay: calc(var(--media-preview-transition-delay-out, 0s) + var(--media-preview-transition-duration-out, .25s));
        background: var(--media-preview-chapter-background, var(--_preview-background));
        border-radius: var(--media-preview-chapter-border-radius,
          var(--media-preview-border-radius) var(--media-preview-border-radius)
          var(--media-preview-border-radius) var(--media-preview-border-radius));
        padding: var(--media-preview-chapter-padding, 3.5px 9px);
        margin: var(--media-preview-chapter-margin, 0 0 5px);
        text-shadow: var(--media-preview-chapter-text-shadow, 0 0 4px rgb(0 0 0 / .75));
      }

      :host([${b.MEDIA_PREVIEW_IMAGE}]) media-preview-chapter-display,
      :host([${b.MEDIA_PREVIEW_IMAGE}]) ::slotted(media-preview-chapter-display) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        border-radius: var(--media-preview-chapter-border-radius, 0);
        padding: var(--media-preview-chapter-padding, 3.5px 9px 0);
        margin: var(--media-preview-chapter-margin, 0);
        min-width: 100%;
      }

      media-preview-chapter-display[${b.MEDIA_PREVIEW_CHAPTER}],
      ::slotted(media-preview-chapter-display[${b.MEDIA_PREVIEW_CHAPTER}]) {
        visibility: visible;
      }

      media-preview-chapter-display:not([aria-valuetext]),
      ::slotted(media-preview-chapter-display:not([aria-valuetext])) {
        display: none;
      }

      media-preview-time-display,
      ::slotted(media-preview-time-display),
      media-time-display,
      ::slotted(media-time-display) {
        font-size: var(--media-font-size, 13px);
        line-height: 17px;
        min-width: 0;
        
        transition: min-width 0s, border-radius 0s;
        transition-delay: calc(var(--media-preview-transition-delay-out, 0s) + var(--media-preview-transition-duration-out, .25s));
        background: var(--media-preview-time-background, var(--_preview-background));
        border-radius: var(--media-preview-time-border-radius,
          var(--media-preview-border-radius) var(--media-preview-border-radius)
          var(--media-preview-border-radius) var(--media-preview-border-radius));
        padding: var(--media-preview-time-padding, 3.5px 9px);
        margin: var(--media-preview-time-margin, 0);
        text-shadow: var(--media-preview-time-text-shadow, 0 0 4px rgb(0 0 0 / .75));
        transform: translateX(min(
          max(calc(50% - var(--_box-width) / 2),
          calc(var(--_box-shift, 0))),
          calc(var(--_box-width) / 2 - 50%)
        ));
      }

      :host([${b.MEDIA_PREVIEW_IMAGE}]) media-preview-time-display,
      :host([${b.MEDIA_PREVIEW_IMAGE}]) ::slotted(media-preview-time-display) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        border-radius: var(--media-preview-time-border-radius,
          0 0 var(--media-preview-border-radius) var(--media-preview-border-radius));
        min-width: 100%;
      }

      :host([${b.MEDIA_PREVIEW_TIME}]:hover) {
        --media-time-range-hover-display: block;
      }

      [part~="arrow"],
      ::slotted([part~="arrow"]) {
        display: var(--media-box-arrow-display, inline-block);
        transform: translateX(min(
          max(calc(50% - var(--_box-width) / 2 + var(--media-box-arrow-offset)),
          calc(var(--_box-shift, 0))),
          calc(var(--_box-width) / 2 - 50% - var(--media-box-arrow-offset))
        ));
        
        border-color: transparent;
        border-top-color: var(--media-box-arrow-background, var(--_control-background));
        border-width: var(--media-box-arrow-border-width,
          var(--media-box-arrow-height, 5px) var(--media-box-arrow-width, 6px) 0);
        border-style: solid;
        justify-content: center;
        height: 0;
      }
    </style>
    <div id="preview-rail">
      <slot name="preview" part="box preview-box">
        <media-preview-thumbnail>
          <template shadowrootmode="${Qa.shadowRootOptions.mode}">
            ${Qa.getTemplateHTML({})}
          </template>
        </media-preview-thumbnail>
        <media-preview-chapter-display></media-preview-chapter-display>
        <media-preview-time-display></media-preview-time-display>
        <slot name="preview-arrow"><div part="arrow"></div></slot>
      </slot>
    </div>
    <div id="current-rail">
      <slot name="current" part="box current-box">
        
      </slot>
    </div>
  `}var ms=(e,t=e.mediaCurrentTime)=>{let n=Number.isFinite(e.mediaSeekableStart)?e.mediaSeekableStart:0,r=Number.isFinite(e.mediaDuration)?e.mediaDuration:e.mediaSeekableEnd;if(Number.isNaN(r))return 0;let i=(t-n)/(r-n);return Math.max(0,Math.min(i,1))},hs=(e,t=e.range.valueAsNumber)=>{let n=Number.isFinite(e.mediaSeekableStart)?e.mediaSeekableStart:0,r=Number.isFinite(e.mediaDuration)?e.mediaDuration:e.mediaSeekableEnd;return Number.isNaN(r)?0:t*(r-n)+n},gs=class extends Ia{constructor(){super(),J(this,Zo),J(this,es),J(this,ns),J(this,is),J(this,os),J(this,cs),J(this,us),J(this,Bo,null),J(this,Vo,void 0),J(this,Ho,void 0),J(this,Uo,void 0),J(this,Wo,void 0),J(this,Go,void 0),J(this,Ko,void 0),J(this,qo,void 0),J(this,Jo,void 0),J(this,Yo,void 0),J(this,Xo,()=>{zo(this,Zo,Qo).call(this)?q(this,Vo).start():q(this,Vo).stop()}),J(this,$o,e=>{this.dragging||(Un(e)&&(this.range.valueAsNumber=e),q(this,Yo)||this.updateBar())}),this.shadowRoot.querySelector(`#track`).insertAdjacentHTML(`afterbegin`,`<div id="buffered" part="buffered"></div>`),Y(this,Ho,this.shadowRoot.querySelectorAll(`[part~="box"]`)),Y(this,Wo,this.shadowRoot.querySelector(`[part~="preview-box"]`)),Y(this,Go,this.shadowRoot.querySelector(`[part~="current-box"]`));let e=getComputedStyle(this);Y(this,Ko,parseInt(e.getPropertyValue(`--media-box-padding-left`))),Y(this,qo,parseInt(e.getPropertyValue(`--media-box-padding-right`))),Y(this,Vo,new Lo(this.range,q(this,$o),60))}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PAUSED,b.MEDIA_DURATION,b.MEDIA_SEEKABLE,b.MEDIA_CURRENT_TIME,b.MEDIA_PREVIEW_IMAGE,b.MEDIA_PREVIEW_TIME,b.MEDIA_PREVIEW_CHAPTER,b.MEDIA_BUFFERED,b.MEDIA_PLAYBACK_RATE,b.MEDIA_LOADING,b.MEDIA_ENDED]}connectedCallback(){var e;super.connectedCallback(),this.range.setAttribute(`aria-label`,j(`seek`)),q(this,Xo).call(this),Y(this,Bo,this.getRootNode()),(e=q(this,Bo))==null||e.addEventListener(`transitionstart`,this)}disconnectedCallback(){var e;super.disconnectedCallback(),q(this,Vo).stop(),(e=q(this,Bo))==null||e.removeEventListener(`transitionstart`,this),Y(this,Bo,null)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),t!=n&&(e===b.MEDIA_CURRENT_TIME||e===b.MEDIA_PAUSED||e===b.MEDIA_ENDED||e===b.MEDIA_LOADING||e===b.MEDIA_DURATION||e===b.MEDIA_SEEKABLE?(q(this,Vo).update({start:ms(this),duration:this.mediaSeekableEnd-this.mediaSeekableStart,playbackRate:this.mediaPlaybackRate}),q(this,Xo).call(this),fs(this)):e===b.MEDIA_BUFFERED&&this.updateBufferedBar(),(e===b.MEDIA_DURATION||e===b.MEDIA_SEEKABLE)&&(this.mediaChaptersCues=q(this,Jo),this.updateBar()))}get mediaChaptersCues(){return q(this,Jo)}set mediaChaptersCues(e){Y(this,Jo,e),this.updateSegments(q(this,Jo)?.map(e=>({start:ms(this,e.startTime),end:ms(this,e.endTime)})))}get mediaPaused(){return E(this,b.MEDIA_PAUSED)}set mediaPaused(e){D(this,b.MEDIA_PAUSED,e)}get mediaLoading(){return E(this,b.MEDIA_LOADING)}set mediaLoading(e){D(this,b.MEDIA_LOADING,e)}get mediaDuration(){return w(this,b.MEDIA_DURATION)}set mediaDuration(e){T(this,b.MEDIA_DURATION,e)}get mediaCurrentTime(){return w(this,b.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){T(this,b.MEDIA_CURRENT_TIME,e)}get mediaPlaybackRate(){return w(this,b.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){T(this,b.MEDIA_PLAYBACK_RATE,e)}get mediaBuffered(){let e=this.getAttribute(b.MEDIA_BUFFERED);return e?e.split(` `).map(e=>e.split(`:`).map(e=>+e)):[]}set mediaBuffered(e){if(!e){this.removeAttribute(b.MEDIA_BUFFERED);return}let t=e.map(e=>e.join(`:`)).join(` `);this.setAttribute(b.MEDIA_BUFFERED,t)}get mediaSeekable(){let e=this.getAttribute(b.MEDIA_SEEKABLE);if(e)return e.split(`:`).map(e=>+e)}set mediaSeekable(e){e==null?this.removeAttribute(b.MEDIA_SEEKABLE):this.setAttribute(b.MEDIA_SEEKABLE,e.join(`:`))}get mediaSeekableEnd(){let[,e=this.mediaDuration]=this.mediaSeekable??[];return e}get mediaSeekableStart(){let[e=0]=this.mediaSeekable??[];return e}get mediaPreviewImage(){return O(this,b.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){k(this,b.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewTime(){return w(this,b.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){T(this,b.MEDIA_PREVIEW_TIME,e)}get mediaEnded(){return E(this,b.MEDIA_ENDED)}set mediaEnded(e){D(this,b.MEDIA_ENDED,e)}updateBar(){super.updateBar(),this.updateBufferedBar(),this.updateCurrentBox()}updateBufferedBar(){let e=this.mediaBuffered;if(!e.length)return;let t;if(this.mediaEnded)t=1;else{let n=this.mediaCurrentTime,[,r=this.mediaSeekableStart]=e.find(([e,t])=>e<=n&&n<=t)??[];t=ms(this,r)}let{style:n}=C(this.shadowRoot,`#buffered`);n.setProperty(`width`,`${t*100}%`)}updateCurrentBox(){if(!this.shadowRoot.querySelector(`slot[name="current"]`).assignedElements().length)return;let e=C(this.shadowRoot,`#current-rail`),t=C(this.shadowRoot,`[part~="current-box"]`),n=zo(this,es,ts).call(this,q(this,Go)),r=zo(this,ns,rs).call(this,n,this.range.valueAsNumber),i=zo(this,is,as).call(this,n,this.range.valueAsNumber);e.style.transform=`translateX(${r})`,e.style.setProperty(`--_range-width`,`${n.range.width}`),t.style.setProperty(`--_box-shift`,`${i}`),t.style.setProperty(`--_box-width`,`${n.box.width}px`),t.style.setProperty(`visibility`,`initial`)}handleEvent(e){switch(super.handleEvent(e),e.type){case`input`:zo(this,us,ds).call(this);break;case`pointermove`:zo(this,os,ss).call(this,e);break;case`pointerup`:q(this,Yo)&&Y(this,Yo,!1);break;case`pointerdown`:Y(this,Yo,!0);break;case`pointerleave`:zo(this,cs,ls).call(this,null);break;case`transitionstart`:We(e.target,this)&&setTimeout(()=>q(this,Xo).call(this),0)}}};Bo=new WeakMap,Vo=new WeakMap,Ho=new WeakMap,Uo=new WeakMap,Wo=new WeakMap,Go=new WeakMap,Ko=new WeakMap,qo=new WeakMap,Jo=new WeakMap,Yo=new WeakMap,Xo=new WeakMap,Zo=new WeakSet,Qo=function(){return this.isConnected&&!this.mediaPaused&&!this.mediaLoading&&!this.mediaEnded&&this.mediaSeekableEnd>0&&Je(this)},$o=new WeakMap,es=new WeakSet,ts=function(e){let t=((this.getAttribute(`bounds`)?Ge(this,`#${this.getAttribute(`bounds`)}`):this.parentElement)??this).getBoundingClientRect(),n=this.range.getBoundingClientRect(),r=e.offsetWidth;return{box:{width:r,min:-(n.left-t.left-r/2),max:t.right-n.left-r/2},bounds:t,range:n}},ns=new WeakSet,rs=function(e,t){let n=`${t*100}%`,{width:r,min:i,max:a}=e.box;if(!r)return n;if(Number.isNaN(i)||(n=`max(${`calc(1 / var(--_range-width) * 100 * ${i}% + var(--media-box-padding-left))`}, ${n})`),!Number.isNaN(a)){let e=`calc(1 / var(--_range-width) * 100 * ${a}% - var(--media-box-padding-right))`;n=`min(${n}, ${e})`}return n},is=new WeakSet,as=function(e,t){let{width:n,min:r,max:i}=e.box,a=t*e.range.width;if(a<r+q(this,Ko)){let t=e.range.left-e.bounds.left-q(this,Ko);return`${a-n/2+t}px`}if(a>i-q(this,qo)){let t=e.bounds.right-e.range.right-q(this,qo);return`${a+n/2-t-e.range.width}px`}return 0},os=new WeakSet,ss=function(e){let t=[...q(this,Ho)].some(t=>e.composedPath().includes(t));if(!this.dragging&&(t||!e.composedPath().includes(this))){zo(this,cs,ls).call(this,null);return}let n=this.mediaSeekableEnd;if(!n)return;let r=C(this.shadowRoot,`#preview-rail`),i=C(this.shadowRoot,`[part~="preview-box"]`),a=zo(this,es,ts).call(this,q(this,Wo)),o=(e.clientX-a.range.left)/a.range.width;o=Math.max(0,Math.min(1,o));let s=zo(this,ns,rs).call(this,a,o),c=zo(this,is,as).call(this,a,o);r.style.transform=`translateX(${s})`,r.style.setProperty(`--_range-width`,`${a.range.width}`),i.style.setProperty(`--_box-shift`,`${c}`),i.style.setProperty(`--_box-width`,`${a.box.width}px`);let l=Math.round(q(this,Uo))-Math.round(o*n);Math.abs(l)<1&&o>.01&&o<.99||(Y(this,Uo,o*n),zo(this,cs,ls).call(this,q(this,Uo)))},cs=new WeakSet,ls=function(e){this.dispatchEvent(new g.CustomEvent(v.MEDIA_PREVIEW_REQUEST,{composed:!0,bubbles:!0,detail:e}))},us=new WeakSet,ds=function(){q(this,Vo).stop();let e=hs(this);this.dispatchEvent(new g.CustomEvent(v.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:e}))},gs.shadowRootOptions={mode:`open`},gs.getContainerTemplateHTML=ps,g.customElements.get(`media-time-range`)||g.customElements.define(`media-time-range`,gs);var _s=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},vs=(e,t,n)=>(_s(e,t,`read from private field`),n?n.call(e):t.get(e)),ys=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},bs=(e,t,n,r)=>(_s(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),xs=(e,t,n)=>(_s(e,t,`access private method`),n),Ss,Cs,ws,Ts,Es,Ds,Os,ks,As,js,Ms,Ns={REMAINING:`remaining`,SHOW_DURATION:`showduration`,NO_TOGGLE:`notoggle`},Ps=[...Object.values(Ns),b.MEDIA_CURRENT_TIME,b.MEDIA_DURATION,b.MEDIA_SEEKABLE],Fs=[`Enter`,` `],Is=`&nbsp;/&nbsp;`,Ls=(e,{timesSep:t=Is}={})=>{let n=e.mediaCurrentTime??0,[,r]=e.mediaSeekable??[],i=0;Number.isFinite(e.mediaDuration)?i=e.mediaDuration:Number.isFinite(r)&&(i=r);let a=e.remaining?uo(0-(i-n)):uo(n);return e.showDuration?`${a}${t}${uo(i)}`:a},Rs=e=>{let t=e.mediaCurrentTime,[,n]=e.mediaSeekable??[],r=null;if(Number.isFinite(e.mediaDuration)?r=e.mediaDuration:Number.isFinite(n)&&(r=n),t==null||r===null){e.setAttribute(`aria-description`,j(`video not loaded, unknown time.`));return}let i=e.remaining?lo(0-(r-t)):lo(t);if(!e.showDuration){e.setAttribute(`aria-description`,i);return}let a=j(`{currentTime} of {totalTime}`,{currentTime:i,totalTime:lo(r)});e.setAttribute(`aria-description`,a)};function zs(e,t){return`
    <slot>${Ls(t)}</slot>
  `}var Bs=e=>{e.setAttribute(`aria-label`,j(`playback time`))},Vs=class extends oo{constructor(){super(),ys(this,Ts),ys(this,Ds),ys(this,ks),ys(this,js),ys(this,Ss,void 0),ys(this,Cs,null),ys(this,ws,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!Fs.includes(r)?this.removeEventListener(`keyup`,vs(this,Cs)):this.addEventListener(`keyup`,vs(this,Cs))}),bs(this,Ss,this.shadowRoot.querySelector(`slot`)),vs(this,Ss).innerHTML=`${Ls(this)}`}static get observedAttributes(){return[...super.observedAttributes,...Ps,`disabled`]}connectedCallback(){let{style:e}=C(this.shadowRoot,`:host(:hover:not([notoggle]))`);e.setProperty(`cursor`,`var(--media-cursor, pointer)`),e.setProperty(`background`,`var(--media-control-hover-background, rgba(50 50 70 / .7))`),this.setAttribute(`aria-label`,j(`playback time`)),xs(this,ks,As).call(this),super.connectedCallback()}toggleTimeDisplay(){this.noToggle||(this.hasAttribute(`remaining`)?this.removeAttribute(`remaining`):this.setAttribute(`remaining`,``))}disconnectedCallback(){this.disable(),xs(this,Ds,Os).call(this),super.disconnectedCallback()}attributeChangedCallback(e,t,n){Bs(this),Ps.includes(e)?this.update():e===`disabled`&&n!==t?n==null?xs(this,ks,As).call(this):xs(this,js,Ms).call(this):e===Ns.NO_TOGGLE&&n!==t&&(this.noToggle?xs(this,js,Ms).call(this):xs(this,ks,As).call(this)),super.attributeChangedCallback(e,t,n)}enable(){this.noToggle||(this.tabIndex=0)}disable(){this.tabIndex=-1}get remaining(){return E(this,Ns.REMAINING)}set remaining(e){D(this,Ns.REMAINING,e)}get showDuration(){return E(this,Ns.SHOW_DURATION)}set showDuration(e){D(this,Ns.SHOW_DURATION,e)}get noToggle(){return E(this,Ns.NO_TOGGLE)}set noToggle(e){D(this,Ns.NO_TOGGLE,e)}get mediaDuration(){return w(this,b.MEDIA_DURATION)}set mediaDuration(e){T(this,b.MEDIA_DURATION,e)}get mediaCurrentTime(){return w(this,b.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){T(this,b.MEDIA_CURRENT_TIME,e)}get mediaSeekable(){let e=this.getAttribute(b.MEDIA_SEEKABLE);if(e)return e.split(`:`).map(e=>+e)}set mediaSeekable(e){e==null?this.removeAttribute(b.MEDIA_SEEKABLE):this.setAttribute(b.MEDIA_SEEKABLE,e.join(`:`))}update(){let e=Ls(this);Rs(this),e!==vs(this,Ss).innerHTML&&(vs(this,Ss).innerHTML=e)}};Ss=new WeakMap,Cs=new WeakMap,ws=new WeakMap,Ts=new WeakSet,Es=function(){vs(this,Cs)||(bs(this,Cs,e=>{let{key:t}=e;Fs.includes(t)?this.toggleTimeDisplay():this.removeEventListener(`keyup`,vs(this,Cs))}),this.addEventListener(`keydown`,vs(this,ws)),this.addEventListener(`click`,this.toggleTimeDisplay))},Ds=new WeakSet,Os=function(){vs(this,Cs)&&(this.removeEventListener(`keyup`,vs(this,Cs)),this.removeEventListener(`keydown`,vs(this,ws)),this.removeEventListener(`click`,this.toggleTimeDisplay),bs(this,Cs,null))},ks=new WeakSet,As=function(){!this.noToggle&&!this.hasAttribute(`disabled`)&&(this.setAttribute(`role`,`button`),this.enable(),xs(this,Ts,Es).call(this))},js=new WeakSet,Ms=function(){this.removeAttribute(`role`),this.disable(),xs(this,Ds,Os).call(this)},Vs.getSlotTemplateHTML=zs,g.customElements.get(`media-time-display`)||g.customElements.define(`media-time-display`,Vs);var Hs=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M22.83 5.68a2.58 2.58 0 0 0-2.3-2.5c-3.62-.24-11.44-.24-15.06 0a2.58 2.58 0 0 0-2.3 2.5c-.23 4.21-.23 8.43 0 12.64a2.58 2.58 0 0 0 2.3 2.5c3.62.24 11.44.24 15.06 0a2.58 2.58 0 0 0 2.3-2.5c.23-4.21.23-8.43 0-12.64Zm-11.39 9.45a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.92 3.92 0 0 1 .92-2.77 3.18 3.18 0 0 1 2.43-1 2.94 2.94 0 0 1 2.13.78c.364.359.62.813.74 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.17 1.61 1.61 0 0 0-1.29.58 2.79 2.79 0 0 0-.5 1.89 3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.48 1.48 0 0 0 1-.37 2.1 2.1 0 0 0 .59-1.14l1.4.44a3.23 3.23 0 0 1-1.07 1.69Zm7.22 0a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.88 3.88 0 0 1 .93-2.77 3.14 3.14 0 0 1 2.42-1 3 3 0 0 1 2.16.82 2.8 2.8 0 0 1 .73 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.21 1.61 1.61 0 0 0-1.29.58A2.79 2.79 0 0 0 15 12a3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.44 1.44 0 0 0 1-.37 2.1 2.1 0 0 0 .6-1.15l1.4.44a3.17 3.17 0 0 1-1.1 1.7Z"/>
</svg>`,Us=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M17.73 14.09a1.4 1.4 0 0 1-1 .37 1.579 1.579 0 0 1-1.27-.58A3 3 0 0 1 15 12a2.8 2.8 0 0 1 .5-1.85 1.63 1.63 0 0 1 1.29-.57 1.47 1.47 0 0 1 1.51 1.2l1.43-.34A2.89 2.89 0 0 0 19 9.07a3 3 0 0 0-2.14-.78 3.14 3.14 0 0 0-2.42 1 3.91 3.91 0 0 0-.93 2.78 3.74 3.74 0 0 0 .92 2.66 3.07 3.07 0 0 0 2.34 1 3.07 3.07 0 0 0 1.91-.57 3.17 3.17 0 0 0 1.07-1.74l-1.4-.45c-.083.43-.3.822-.62 1.12Zm-7.22 0a1.43 1.43 0 0 1-1 .37 1.58 1.58 0 0 1-1.27-.58A3 3 0 0 1 7.76 12a2.8 2.8 0 0 1 .5-1.85 1.63 1.63 0 0 1 1.29-.57 1.47 1.47 0 0 1 1.51 1.2l1.43-.34a2.81 2.81 0 0 0-.74-1.32 2.94 2.94 0 0 0-2.13-.78 3.18 3.18 0 0 0-2.43 1 4 4 0 0 0-.92 2.78 3.74 3.74 0 0 0 .92 2.66 3.07 3.07 0 0 0 2.34 1 3.07 3.07 0 0 0 1.91-.57 3.23 3.23 0 0 0 1.07-1.74l-1.4-.45a2.06 2.06 0 0 1-.6 1.07Zm12.32-8.41a2.59 2.59 0 0 0-2.3-2.51C18.72 3.05 15.86 3 13 3c-2.86 0-5.72.05-7.53.17a2.59 2.59 0 0 0-2.3 2.51c-.23 4.207-.23 8.423 0 12.63a2.57 2.57 0 0 0 2.3 2.5c1.81.13 4.67.19 7.53.19 2.86 0 5.72-.06 7.53-.19a2.57 2.57 0 0 0 2.3-2.5c.23-4.207.23-8.423 0-12.63Zm-1.49 12.53a1.11 1.11 0 0 1-.91 1.11c-1.67.11-4.45.18-7.43.18-2.98 0-5.76-.07-7.43-.18a1.11 1.11 0 0 1-.91-1.11c-.21-4.14-.21-8.29 0-12.43a1.11 1.11 0 0 1 .91-1.11C7.24 4.56 10 4.49 13 4.49s5.76.07 7.43.18a1.11 1.11 0 0 1 .91 1.11c.21 4.14.21 8.29 0 12.43Z"/>
</svg>`;function Ws(e){return`
    <style>
      :host([aria-checked="true"]) slot[name=off] {
        display: none !important;
      }

      
      :host(:not([aria-checked="true"])) slot[name=on] {
        display: none !important;
      }

      :host([aria-checked="true"]) slot[name=tooltip-enable],
      :host(:not([aria-checked="true"])) slot[name=tooltip-disable] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="on">${Hs}</slot>
      <slot name="off">${Us}</slot>
    </slot>
  `}function Gs(){return`
    <slot name="tooltip-enable">${j(`Enable captions`)}</slot>
    <slot name="tooltip-disable">${j(`Disable captions`)}</slot>
  `}var Ks=e=>{e.setAttribute(`aria-checked`,tr(e).toString())},qs=class extends H{static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_SUBTITLES_LIST,b.MEDIA_SUBTITLES_SHOWING]}connectedCallback(){super.connectedCallback(),this.setAttribute(`role`,`button`),this.setAttribute(`aria-label`,j(`closed captions`)),Ks(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_SUBTITLES_SHOWING&&Ks(this)}get mediaSubtitlesList(){return Js(this,b.MEDIA_SUBTITLES_LIST)}set mediaSubtitlesList(e){Ys(this,b.MEDIA_SUBTITLES_LIST,e)}get mediaSubtitlesShowing(){return Js(this,b.MEDIA_SUBTITLES_SHOWING)}set mediaSubtitlesShowing(e){Ys(this,b.MEDIA_SUBTITLES_SHOWING,e)}handleClick(){this.dispatchEvent(new g.CustomEvent(v.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}))}};qs.getSlotTemplateHTML=Ws,qs.getTooltipContentHTML=Gs;var Js=(e,t)=>{let n=e.getAttribute(t);return n?qn(n):[]},Ys=(e,t,n)=>{if(!n?.length){e.removeAttribute(t);return}let r=Xn(n);e.getAttribute(t)!==r&&e.setAttribute(t,r)};g.customElements.get(`media-captions-button`)||g.customElements.define(`media-captions-button`,qs);var Xs=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Zs=(e,t,n)=>(Xs(e,t,`read from private field`),n?n.call(e):t.get(e)),Qs=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},$s=(e,t,n,r)=>(Xs(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),ec,tc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,nc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function rc(e){return`
    <style>
      :host([${b.MEDIA_IS_FULLSCREEN}]) slot[name=icon] slot:not([name=exit]) {
        display: none !important;
      }

      
      :host(:not([${b.MEDIA_IS_FULLSCREEN}])) slot[name=icon] slot:not([name=enter]) {
        display: none !important;
      }

      :host([${b.MEDIA_IS_FULLSCREEN}]) slot[name=tooltip-enter],
      :host(:not([${b.MEDIA_IS_FULLSCREEN}])) slot[name=tooltip-exit] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="enter">${tc}</slot>
      <slot name="exit">${nc}</slot>
    </slot>
  `}function ic(){return`
    <slot name="tooltip-enter">${j(`Enter fullscreen mode`)}</slot>
    <slot name="tooltip-exit">${j(`Exit fullscreen mode`)}</slot>
  `}var ac=e=>{let t=e.mediaIsFullscreen?j(`exit fullscreen mode`):j(`enter fullscreen mode`);e.setAttribute(`aria-label`,t)},oc=class extends H{constructor(){super(...arguments),Qs(this,ec,null)}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_IS_FULLSCREEN,b.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),ac(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_IS_FULLSCREEN&&ac(this)}get mediaFullscreenUnavailable(){return O(this,b.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(e){k(this,b.MEDIA_FULLSCREEN_UNAVAILABLE,e)}get mediaIsFullscreen(){return E(this,b.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(e){D(this,b.MEDIA_IS_FULLSCREEN,e)}handleClick(e){$s(this,ec,e);let t=Zs(this,ec)instanceof PointerEvent,n=this.mediaIsFullscreen?new g.CustomEvent(v.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new g.CustomEvent(v.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(n)}};ec=new WeakMap,oc.getSlotTemplateHTML=rc,oc.getTooltipContentHTML=ic,g.customElements.get(`media-fullscreen-button`)||g.customElements.define(`media-fullscreen-button`,oc);var sc=`<svg aria-hidden="true" viewBox="0 0 28 24">
  <path d="M24 3H4a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h20a1 1 0 0 0 1-1V4a1 1 0 0 0-1-1Zm-1 16H5V5h18v14Zm-3-8h-7v5h7v-5Z"/>
</svg>`;function cc(e){return`
    <style>
      :host([${b.MEDIA_IS_PIP}]) slot[name=icon] slot:not([name=exit]) {
        display: none !important;
      }

      :host(:not([${b.MEDIA_IS_PIP}])) slot[name=icon] slot:not([name=enter]) {
        display: none !important;
      }

      :host([${b.MEDIA_IS_PIP}]) slot[name=tooltip-enter],
      :host(:not([${b.MEDIA_IS_PIP}])) slot[name=tooltip-exit] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="enter">${sc}</slot>
      <slot name="exit">${sc}</slot>
    </slot>
  `}function lc(){return`
    <slot name="tooltip-enter">${j(`Enter picture in picture mode`)}</slot>
    <slot name="tooltip-exit">${j(`Exit picture in picture mode`)}</slot>
  `}var uc=e=>{let t=e.mediaIsPip?j(`exit picture in picture mode`):j(`enter picture in picture mode`);e.setAttribute(`aria-label`,t)},dc=class extends H{static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_IS_PIP,b.MEDIA_PIP_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),uc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_IS_PIP&&uc(this)}get mediaPipUnavailable(){return O(this,b.MEDIA_PIP_UNAVAILABLE)}set mediaPipUnavailable(e){k(this,b.MEDIA_PIP_UNAVAILABLE,e)}get mediaIsPip(){return E(this,b.MEDIA_IS_PIP)}set mediaIsPip(e){D(this,b.MEDIA_IS_PIP,e)}handleClick(){let e=this.mediaIsPip?v.MEDIA_EXIT_PIP_REQUEST:v.MEDIA_ENTER_PIP_REQUEST;this.dispatchEvent(new g.CustomEvent(e,{composed:!0,bubbles:!0}))}};dc.getSlotTemplateHTML=cc,dc.getTooltipContentHTML=lc,g.customElements.get(`media-pip-button`)||g.customElements.define(`media-pip-button`,dc);var fc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M22.13 3H3.87a.87.87 0 0 0-.87.87v13.26a.87.87 0 0 0 .87.87h3.4L9 16H5V5h16v11h-4l1.72 2h3.4a.87.87 0 0 0 .87-.87V3.87a.87.87 0 0 0-.86-.87Zm-8.75 11.44a.5.5 0 0 0-.76 0l-4.91 5.73a.5.5 0 0 0 .38.83h9.82a.501.501 0 0 0 .38-.83l-4.91-5.73Z"/>
</svg>
`;function pc(e){return`
    <style>
      :host([${b.MEDIA_IS_AIRPLAYING}]) slot[name=icon] slot:not([name=exit]) {
        display: none !important;
      }

      
      :host(:not([${b.MEDIA_IS_AIRPLAYING}])) slot[name=icon] slot:not([name=enter]) {
        display: none !important;
      }

      :host([${b.MEDIA_IS_AIRPLAYING}]) slot[name=tooltip-enter],
      :host(:not([${b.MEDIA_IS_AIRPLAYING}])) slot[name=tooltip-exit] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="enter">${fc}</slot>
      <slot name="exit">${fc}</slot>
    </slot>
  `}function mc(){return`
    <slot name="tooltip-enter">${j(`start airplay`)}</slot>
    <slot name="tooltip-exit">${j(`stop airplay`)}</slot>
  `}var hc=e=>{let t=e.mediaIsAirplaying?j(`stop airplay`):j(`start airplay`);e.setAttribute(`aria-label`,t)},gc=class extends H{static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_IS_AIRPLAYING,b.MEDIA_AIRPLAY_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),hc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_IS_AIRPLAYING&&hc(this)}get mediaIsAirplaying(){return E(this,b.MEDIA_IS_AIRPLAYING)}set mediaIsAirplaying(e){D(this,b.MEDIA_IS_AIRPLAYING,e)}get mediaAirplayUnavailable(){return O(this,b.MEDIA_AIRPLAY_UNAVAILABLE)}set mediaAirplayUnavailable(e){k(this,b.MEDIA_AIRPLAY_UNAVAILABLE,e)}handleClick(){let e=new g.CustomEvent(v.MEDIA_AIRPLAY_REQUEST,{composed:!0,bubbles:!0});this.dispatchEvent(e)}};gc.getSlotTemplateHTML=pc,gc.getTooltipContentHTML=mc,g.customElements.get(`media-airplay-button`)||g.customElements.define(`media-airplay-button`,gc);var{MEDIA_TIME_IS_LIVE:_c,MEDIA_PAUSED:vc}=b,{MEDIA_SEEK_TO_LIVE_REQUEST:yc,MEDIA_PLAY_REQUEST:bc}=v,xc=`<svg viewBox="0 0 6 12" aria-hidden="true"><circle cx="3" cy="6" r="2"></circle></svg>`;function Sc(e){return`
    <style>
      :host { --media-tooltip-display: none; }
      
      slot[name=indicator] > *,
      :host ::slotted([slot=indicator]) {
        
        min-width: auto;
        fill: var(--media-live-button-icon-color, rgb(140, 140, 140));
        color: var(--media-live-button-icon-color, rgb(140, 140, 140));
      }

      :host([${_c}]:not([${vc}])) slot[name=indicator] > *,
      :host([${_c}]:not([${vc}])) ::slotted([slot=indicator]) {
        fill: var(--media-live-button-indicator-color, rgb(255, 0, 0));
        color: var(--media-live-button-indicator-color, rgb(255, 0, 0));
      }

      :host([${_c}]:not([${vc}])) {
        cursor: var(--media-cursor, not-allowed);
      }

      slot[name=text]{
        text-transform: uppercase;
      }

    </style>

    <slot name="indicator">${xc}</slot>
    
    <slot name="spacer">&nbsp;</slot><slot name="text">${j(`live`)}</slot>
  `}var Cc=e=>{let t=e.mediaPaused||!e.mediaTimeIsLive,n=j(t?`seek to live`:`playing live`);e.setAttribute(`aria-label`,n);let r=e.shadowRoot?.querySelector(`slot[name="text"]`);r&&(r.textContent=j(`live`)),t?e.removeAttribute(`aria-disabled`):e.setAttribute(`aria-disabled`,`true`)},wc=class extends H{static get observedAttributes(){return[...super.observedAttributes,_c,vc]}connectedCallback(){super.connectedCallback(),Cc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),Cc(this)}get mediaPaused(){return E(this,b.MEDIA_PAUSED)}set mediaPaused(e){D(this,b.MEDIA_PAUSED,e)}get mediaTimeIsLive(){return E(this,b.MEDIA_TIME_IS_LIVE)}set mediaTimeIsLive(e){D(this,b.MEDIA_TIME_IS_LIVE,e)}handleClick(){(this.mediaPaused||!this.mediaTimeIsLive)&&(this.dispatchEvent(new g.CustomEvent(yc,{composed:!0,bubbles:!0})),this.hasAttribute(vc)&&this.dispatchEvent(new g.CustomEvent(bc,{composed:!0,bubbles:!0})))}};wc.getSlotTemplateHTML=Sc,g.customElements.get(`media-live-button`)||g.customElements.define(`media-live-button`,wc);var Tc=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ec=(e,t,n)=>(Tc(e,t,`read from private field`),n?n.call(e):t.get(e)),Dc=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Oc=(e,t,n,r)=>(Tc(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),kc,Ac,jc={LOADING_DELAY:`loadingdelay`,NO_AUTOHIDE:`noautohide`},Mc=500,Nc=`
<svg aria-hidden="true" viewBox="0 0 100 100">
  <path d="M73,50c0-12.7-10.3-23-23-23S27,37.3,27,50 M30.9,50c0-10.5,8.5-19.1,19.1-19.1S69.1,39.5,69.1,50">
    <animateTransform
       attributeName="transform"
       attributeType="XML"
       type="rotate"
       dur="1s"
       from="0 50 50"
       to="360 50 50"
       repeatCount="indefinite" />
  </path>
</svg>
`;function Pc(e){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${Mc}ms);
      }

      #status {
        color: rgba(0,0,0,0);
        width: 0px;
        height: 0px;
      }

      :host slot[name=icon] > *,
      :host ::slotted([slot=icon]) {
        opacity: var(--media-loading-indicator-opacity, 0);
        transition: opacity 0.15s;
      }

      :host([${b.MEDIA_LOADING}]:not([${b.MEDIA_PAUSED}])) slot[name=icon] > *,
      :host([${b.MEDIA_LOADING}]:not([${b.MEDIA_PAUSED}])) ::slotted([slot=icon]) {
        opacity: var(--media-loading-indicator-opacity, 1);
        transition: opacity 0.15s var(--_loading-indicator-delay);
      }

      :host #status {
        visibility: var(--media-loading-indicator-opacity, hidden);
        transition: visibility 0.15s;
      }

      :host([${b.MEDIA_LOADING}]:not([${b.MEDIA_PAUSED}])) #status {
        visibility: var(--media-loading-indicator-opacity, visible);
        transition: visibility 0.15s var(--_loading-indicator-delay);
      }

      svg, img, ::slotted(svg), ::slotted(img) {
        width: var(--media-loading-indicator-icon-width);
        height: var(--media-loading-indicator-icon-height, 100px);
        fill: var(--media-icon-color, var(--media-primary-color, rgb(238 238 238)));
        vertical-align: middle;
      }
    </style>

    <slot name="icon">${Nc}</slot>
    <div id="status" role="status" aria-live="polite">${j(`media loading`)}</div>
  `}var Fc=class extends g.HTMLElement{constructor(){if(super(),Dc(this,kc,void 0),Dc(this,Ac,Mc),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[y.MEDIA_CONTROLLER,b.MEDIA_PAUSED,b.MEDIA_LOADING,jc.LOADING_DELAY]}attributeChangedCallback(e,t,n){var r,i,a,o;e===jc.LOADING_DELAY&&t!==n?this.loadingDelay=Number(n):e===y.MEDIA_CONTROLLER&&(t&&((i=(r=Ec(this,kc))?.unassociateElement)==null||i.call(r,this),Oc(this,kc,null)),n&&this.isConnected&&(Oc(this,kc,this.getRootNode()?.getElementById(n)),(o=(a=Ec(this,kc))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let n=this.getAttribute(y.MEDIA_CONTROLLER);n&&(Oc(this,kc,this.getRootNode()?.getElementById(n)),(t=(e=Ec(this,kc))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=Ec(this,kc))?.unassociateElement)==null||t.call(e,this),Oc(this,kc,null)}get loadingDelay(){return Ec(this,Ac)}set loadingDelay(e){Oc(this,Ac,e);let{style:t}=C(this.shadowRoot,`:host`);t.setProperty(`--_loading-indicator-delay`,`var(--media-loading-indicator-transition-delay, ${e}ms)`)}get mediaPaused(){return E(this,b.MEDIA_PAUSED)}set mediaPaused(e){D(this,b.MEDIA_PAUSED,e)}get mediaLoading(){return E(this,b.MEDIA_LOADING)}set mediaLoading(e){D(this,b.MEDIA_LOADING,e)}get mediaController(){return O(this,y.MEDIA_CONTROLLER)}set mediaController(e){k(this,y.MEDIA_CONTROLLER,e)}get noAutohide(){return E(this,jc.NO_AUTOHIDE)}set noAutohide(e){D(this,jc.NO_AUTOHIDE,e)}};kc=new WeakMap,Ac=new WeakMap,Fc.shadowRootOptions={mode:`open`},Fc.getTemplateHTML=Pc,g.customElements.get(`media-loading-indicator`)||g.customElements.define(`media-loading-indicator`,Fc);var Ic={PLACEHOLDER_SRC:`placeholdersrc`,SRC:`src`};function Lc(e){return`
    <style>
      :host {
        pointer-events: none;
        display: var(--media-poster-image-display, inline-block);
        box-sizing: border-box;
      }

      img {
        max-width: 100%;
        max-height: 100%;
        min-width: 100%;
        min-height: 100%;
        background-repeat: no-repeat;
        background-position: var(--media-poster-image-background-position, var(--media-object-position, center));
        background-size: var(--media-poster-image-background-size, var(--media-object-fit, contain));
        object-fit: var(--media-object-fit, contain);
        object-position: var(--media-object-position, center);
      }
    </style>

    <img part="poster img" aria-hidden="true" id="image"/>
  `}var Rc=e=>{e.style.removeProperty(`background-image`)},zc=(e,t)=>{e.style[`background-image`]=`url('${t}')`},Bc=class extends g.HTMLElement{static get observedAttributes(){return[Ic.PLACEHOLDER_SRC,Ic.SRC]}constructor(){if(super(),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}this.image=this.shadowRoot.querySelector(`#image`)}attributeChangedCallback(e,t,n){e===Ic.SRC&&(n==null?this.image.removeAttribute(Ic.SRC):this.image.setAttribute(Ic.SRC,n)),e===Ic.PLACEHOLDER_SRC&&(n==null?Rc(this.image):zc(this.image,n))}get placeholderSrc(){return O(this,Ic.PLACEHOLDER_SRC)}set placeholderSrc(e){k(this,Ic.SRC,e)}get src(){return O(this,Ic.SRC)}set src(e){k(this,Ic.SRC,e)}};Bc.shadowRootOptions={mode:`open`},Bc.getTemplateHTML=Lc,g.customElements.get(`media-poster-image`)||g.customElements.define(`media-poster-image`,Bc);function Vc({anchor:e,floating:t,placement:n}){let{x:r,y:i}=Wc(Hc({anchor:e,floating:t}),n);return{x:r,y:i}}function Hc({anchor:e,floating:t}){return{anchor:Uc(e,t.offsetParent),floating:{x:0,y:0,width:t.offsetWidth,height:t.offsetHeight}}}function Uc(e,t){let n=e.getBoundingClientRect(),r=t?.getBoundingClientRect()??{x:0,y:0};return{x:n.x-r.x,y:n.y-r.y,width:n.width,height:n.height}}function Wc({anchor:e,floating:t},n){let r=Kc(n)===`x`?`y`:`x`,i=r===`y`?`height`:`width`,a=Gc(n),o=e.x+e.width/2-t.width/2,s=e.y+e.height/2-t.height/2,c=e[i]/2-t[i]/2,l;switch(a){case`top`:l={x:o,y:e.y-t.height};break;case`bottom`:l={x:o,y:e.y+e.height};break;case`right`:l={x:e.x+e.width,y:s};break;case`left`:l={x:e.x-t.width,y:s};break;default:l={x:e.x,y:e.y}}switch(n.split(`-`)[1]){case`start`:l[r]-=c;break;case`end`:l[r]+=c}return l}function Gc(e){return e.split(`-`)[0]}function Kc(e){return[`top`,`bottom`].includes(Gc(e))?`y`:`x`}var qc=class extends Event{constructor({action:e=`auto`,relatedTarget:t,...n}){super(`invoke`,n),this.action=e,this.relatedTarget=t}},Jc=class extends Event{constructor({newState:e,oldState:t,...n}){super(`toggle`,n),this.newState=e,this.oldState=t}},Yc=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},X=(e,t,n)=>(Yc(e,t,`read from private field`),n?n.call(e):t.get(e)),Z=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Xc=(e,t,n,r)=>(Yc(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Q=(e,t,n)=>(Yc(e,t,`access private method`),n),Zc,Qc,$c,el,tl,nl,rl,il,al,ol,sl,cl,ll,ul,dl,fl,pl,ml,hl,gl,_l,vl,yl,bl,xl,Sl,Cl,wl,Tl,El,Dl,Ol,kl,Al,jl,Ml,Nl,Pl,Fl,Il,Ll,Rl,zl,Bl,Vl,Hl;function Ul({type:e,text:t,value:n,checked:r}){let i=_.createElement(`media-chrome-menu-item`);i.type=e??``,i.part.add(`menu-item`),e&&i.part.add(e),i.value=n,i.checked=r;let a=_.createElement(`span`);return a.textContent=t,i.append(a),i}function Wl(e,t){let n=e.querySelector(`:scope > [slot="${t}"]`);if(n?.nodeName==`SLOT`&&(n=n.assignedElements({flatten:!0})[0]),n)return n=n.cloneNode(!0),n;let r=e.shadowRoot.querySelector(`[name="${t}"] > svg`);return r?r.cloneNode(!0):``}function Gl(e){return`
    <style>
      :host {
        font: var(--media-font,
          var(--media-font-weight, normal)
          var(--media-font-size, 14px) /
          var(--media-text-content-height, var(--media-control-height, 24px))
          var(--media-font-family, helvetica neue, segoe ui, roboto, arial, sans-serif));
        color: var(--media-text-color, var(--media-primary-color, rgb(238 238 238)));
        --_menu-bg: rgb(20 20 30 / .8);
        background: var(--media-menu-background, var(--media-control-background, var(--media-secondary-color, var(--_menu-bg))));
        border-radius: var(--media-menu-border-radius);
        border: var(--media-menu-border, none);
        display: var(--media-menu-display, inline-flex) !important;
        
        transition: var(--media-menu-transition-in,
          visibility 0s,
          opacity .2s ease-out,
          transform .15s ease-out,
          left .2s ease-in-out,
          min-width .2s ease-in-out,
          min-height .2s ease-in-out
        ) !important;
        
        visibility: var(--media-menu-visibility, visible);
        opacity: var(--media-menu-opacity, 1);
        max-height: var(--media-menu-max-height, var(--_menu-max-height, 300px));
        transform: var(--media-menu-transform-in, translateY(0) scale(1));
        flex-direction: column;
        
        min-height: 0;
        position: relative;
        bottom: var(--_menu-bottom);
        box-sizing: border-box;
      } 

      @-moz-document url-prefix() {
        :host{
          --_menu-bg: rgb(20 20 30);
        }
      }

      :host([hidden]) {
        transition: var(--media-menu-transition-out,
          visibility .15s ease-in,
          opacity .15s ease-in,
          transform .15s ease-in
        ) !important;
        visibility: var(--media-menu-hidden-visibility, hidden);
        opacity: var(--media-menu-hidden-opacity, 0);
        max-height: var(--media-menu-hidden-max-height,
          var(--media-menu-max-height, var(--_menu-max-height, 300px)));
        transform: var(--media-menu-transform-out, translateY(2px) scale(.99));
        pointer-events: none;
      }

      :host([slot="submenu"]) {
        background: none;
        width: 100%;
        min-height: 100%;
        position: absolute;
        bottom: 0;
        right: -100%;
      }

      #container {
        display: flex;
        flex-direction: column;
        min-height: 0;
        transition: transform .2s ease-out;
        transform: translate(0, 0);
      }

      #container.has-expanded {
        transition: transform .2s ease-in;
        transform: translate(-100%, 0);
      }

      button {
        background: none;
        color: inherit;
        border: none;
        padding: 0;
        font: inherit;
        outline: inherit;
        display: inline-flex;
        align-items: center;
      }

      slot[name="header"][hidden] {
        display: none;
      }

      slot[name="header"] > *,
      slot[name="header"]::slotted(*) {
        padding: .4em .7em;
        border-bottom: 1px solid rgb(255 255 255 / .25);
        cursor: var(--media-cursor, default);
      }

      slot[name="header"] > button[part~="back"],
      slot[name="header"]::slotted(button[part~="back"]) {
        cursor: var(--media-cursor, pointer);
      }

      svg[part~="back"] {
        height: var(--media-menu-icon-height, var(--media-control-height, 24px));
        fill: var(--media-icon-color, var(--media-primary-color, rgb(238 238 238)));
        display: block;
        margin-right: .5ch;
      }

      slot:not([name]) {
        gap: var(--media-menu-gap);
        flex-direction: var(--media-menu-flex-direction, column);
        overflow: var(--media-menu-overflow, hidden auto);
        display: flex;
        min-height: 0;
      }

      :host([role="menu"]) slot:not([name]) {
        padding-block: .4em;
      }

      slot:not([name])::slotted([role="menu"]) {
        background: none;
      }

      media-chrome-menu-item > span {
        margin-right: .5ch;
        max-width: var(--media-menu-item-max-width);
        text-overflow: ellipsis;
        overflow: hidden;
      }
    </style>
    <style id="layout-row" media="width:0">

      slot[name="header"] > *,
      slot[name="header"]::slotted(*) {
        padding: .4em .5em;
      }

      slot:not([name]) {
        gap: var(--media-menu-gap, .25em);
        flex-direction: var(--media-menu-flex-direction, row);
        padding-inline: .5em;
      }

      media-chrome-menu-item {
        padding: .3em .5em;
      }

      media-chrome-menu-item[aria-checked="true"] {
        background: var(--media-menu-item-checked-background, rgb(255 255 255 / .2));
      }

      
      media-chrome-menu-item::part(checked-indicator) {
        display: var(--media-menu-item-checked-indicator-display, none);
      }
    </style>
    <div id="container" part="container">
      <slot name="header" hidden>
        <button part="back button" aria-label="Back to previous menu">
          <slot name="back-icon">
            <svg aria-hidden="true" viewBox="0 0 20 24" part="back indicator">
              <path d="m11.88 17.585.742-.669-4.2-4.665 4.2-4.666-.743-.669-4.803 5.335 4.803 5.334Z"/>
            </svg>
          </slot>
          <slot name="title"></slot>
        </button>
      </slot>
      <slot></slot>
    </div>
    <slot name="checked-indicator" hidden></slot>
  `}var Kl={STYLE:`style`,HIDDEN:`hidden`,DISABLED:`disabled`,ANCHOR:`anchor`},ql=class extends g.HTMLElement{constructor(){if(super(),Z(this,il),Z(this,ol),Z(this,ll),Z(this,dl),Z(this,pl),Z(this,hl),Z(this,yl),Z(this,xl),Z(this,Cl),Z(this,Tl),Z(this,Dl),Z(this,kl),Z(this,jl),Z(this,Nl),Z(this,Fl),Z(this,Ll),Z(this,zl),Z(this,Vl),Z(this,Zc,null),Z(this,Qc,null),Z(this,$c,null),Z(this,el,new Set),Z(this,tl,void 0),Z(this,nl,!1),Z(this,rl,null),Z(this,cl,()=>{let e=X(this,el),t=new Set(this.items);for(let n of e)t.has(n)||this.dispatchEvent(new CustomEvent(`removemenuitem`,{detail:n}));for(let n of t)e.has(n)||this.dispatchEvent(new CustomEvent(`addmenuitem`,{detail:n}));Xc(this,el,t)}),Z(this,_l,()=>{Q(this,yl,bl).call(this),Q(this,xl,Sl).call(this,!1)}),Z(this,vl,()=>{Q(this,yl,bl).call(this)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}this.container=this.shadowRoot.querySelector(`#container`),this.defaultSlot=this.shadowRoot.querySelector(`slot:not([name])`),Xc(this,tl,new MutationObserver(X(this,cl)))}static get observedAttributes(){return[Kl.DISABLED,Kl.HIDDEN,Kl.STYLE,Kl.ANCHOR,y.MEDIA_CONTROLLER]}static formatMenuItemText(e,t){return e}enable(){this.addEventListener(`click`,this),this.addEventListener(`focusout`,this),this.addEventListener(`keydown`,this),this.addEventListener(`invoke`,this),this.addEventListener(`toggle`,this)}disable(){this.removeEventListener(`click`,this),this.removeEventListener(`focusout`,this),this.removeEventListener(`keyup`,this),this.removeEventListener(`invoke`,this),this.removeEventListener(`toggle`,this)}handleEvent(e){switch(e.type){case`slotchange`:Q(this,il,al).call(this,e);break;case`invoke`:Q(this,dl,fl).call(this,e);break;case`click`:Q(this,Cl,wl).call(this,e);break;case`toggle`:Q(this,Dl,Ol).call(this,e);break;case`focusout`:Q(this,jl,Ml).call(this,e);break;case`keydown`:Q(this,Nl,Pl).call(this,e)}}connectedCallback(){var e,t;X(this,tl).observe(this.defaultSlot,{childList:!0}),Xc(this,rl,Ze(this.shadowRoot,`:host`)),Q(this,ll,ul).call(this),this.hasAttribute(`disabled`)||this.enable(),this.role||=`menu`,Xc(this,Zc,Ue(this)),(t=(e=X(this,Zc))?.associateElement)==null||t.call(e,this),this.hidden||(Be(Yl(this),X(this,_l)),Be(this,X(this,vl))),Q(this,ol,sl).call(this),this.shadowRoot.addEventListener(`slotchange`,this)}disconnectedCallback(){var e,t;X(this,tl).disconnect(),Ve(Yl(this),X(this,_l)),Ve(this,X(this,vl)),this.disable(),(t=(e=X(this,Zc))?.unassociateElement)==null||t.call(e,this),Xc(this,Zc,null),Xc(this,Qc,null),Xc(this,$c,null),this.shadowRoot.removeEventListener(`slotchange`,this)}attributeChangedCallback(e,t,n){var r,i,a,o;e===Kl.HIDDEN&&n!==t?(X(this,nl)||Xc(this,nl,!0),this.hidden?Q(this,hl,gl).call(this):Q(this,pl,ml).call(this),this.dispatchEvent(new Jc({oldState:this.hidden?`open`:`closed`,newState:this.hidden?`closed`:`open`,bubbles:!0}))):e===y.MEDIA_CONTROLLER?(t&&((i=(r=X(this,Zc))?.unassociateElement)==null||i.call(r,this),Xc(this,Zc,null)),n&&this.isConnected&&(Xc(this,Zc,Ue(this)),(o=(a=X(this,Zc))?.associateElement)==null||o.call(a,this))):e===Kl.DISABLED&&n!==t?n==null?this.enable():this.disable():e===Kl.STYLE&&n!==t&&Q(this,ll,ul).call(this)}formatMenuItemText(e,t){return this.constructor.formatMenuItemText(e,t)}get anchor(){return this.getAttribute(`anchor`)}set anchor(e){this.setAttribute(`anchor`,`${e}`)}get anchorElement(){return this.anchor?qe(this)?.querySelector(`#${this.anchor}`):null}get items(){return this.defaultSlot.assignedElements({flatten:!0}).filter(Jl)}get radioGroupItems(){return this.items.filter(e=>e.role===`menuitemradio`)}get checkedItems(){return this.items.filter(e=>e.checked)}get value(){return this.checkedItems[0]?.value??``}set value(e){let t=this.items.find(t=>t.value===e);t&&Q(this,Vl,Hl).call(this,t)}focus(){Xc(this,Qc,Ke()),this.items.length?(Q(this,zl,Bl).call(this,this.items[0]),this.items[0].focus()):this.querySelector(`[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]`)?.focus()}handleSelect(e){var t;let n=Q(this,Fl,Il).call(this,e);n&&(Q(this,Vl,Hl).call(this,n,n.type===`checkbox`),X(this,$c)&&!this.hidden&&((t=X(this,Qc))==null||t.focus(),this.hidden=!0))}get keysUsed(){return[`Enter`,`Escape`,`Tab`,` `,`ArrowDown`,`ArrowUp`,`Home`,`End`]}handleMove(e){let{key:t}=e,n=this.items,r=Q(this,Fl,Il).call(this,e)??Q(this,Ll,Rl).call(this)??n[0],i=n.indexOf(r),a=Math.max(0,i);t===`ArrowDown`?a++:t===`ArrowUp`?a--:e.key===`Home`?a=0:e.key===`End`&&(a=n.length-1),a<0&&(a=n.length-1),a>n.length-1&&(a=0),Q(this,zl,Bl).call(this,n[a]),n[a].focus()}};Zc=new WeakMap,Qc=new WeakMap,$c=new WeakMap,el=new WeakMap,tl=new WeakMap,nl=new WeakMap,rl=new WeakMap,il=new WeakSet,al=function(e){let t=e.target;for(let e of t.assignedNodes({flatten:!0}))e.nodeType===3&&e.textContent.trim()===``&&e.remove();[`header`,`title`].includes(t.name)&&Q(this,ol,sl).call(this),t.name||X(this,cl).call(this)},ol=new WeakSet,sl=function(){let e=this.shadowRoot.querySelector(`slot[name="header"]`);e.hidden=this.shadowRoot.querySelector(`slot[name="title"]`).assignedNodes().length===0&&e.assignedNodes().length===0},cl=new WeakMap,ll=new WeakSet,ul=function(){let e=this.shadowRoot.querySelector(`#layout-row`),t=getComputedStyle(this).getPropertyValue(`--media-menu-layout`)?.trim();e.setAttribute(`media`,t===`row`?``:`width:0`)},dl=new WeakSet,fl=function(e){Xc(this,$c,e.relatedTarget),We(this,e.relatedTarget)||(this.hidden=!this.hidden)},pl=new WeakSet,ml=function(){var e;(e=X(this,$c))==null||e.setAttribute(`aria-expanded`,`true`),this.addEventListener(`transitionend`,()=>this.focus(),{once:!0}),Be(Yl(this),X(this,_l)),Be(this,X(this,vl))},hl=new WeakSet,gl=function(){var e;(e=X(this,$c))==null||e.setAttribute(`aria-expanded`,`false`),Ve(Yl(this),X(this,_l)),Ve(this,X(this,vl))},_l=new WeakMap,vl=new WeakMap,yl=new WeakSet,bl=function(e){if(this.hasAttribute(`mediacontroller`)&&!this.anchor||this.hidden||!this.anchorElement)return;let{x:t,y:n}=Vc({anchor:this.anchorElement,floating:this,placement:`top-start`});e??=this.offsetWidth;let r=Yl(this).getBoundingClientRect(),i=r.width-t-e,a=r.height-n-this.offsetHeight,{style:o}=X(this,rl);o.setProperty(`position`,`absolute`),o.setProperty(`right`,`${Math.max(0,i)}px`),o.setProperty(`--_menu-bottom`,`${a}px`);let s=getComputedStyle(this),c=o.getPropertyValue(`--_menu-bottom`)===s.bottom?a:parseFloat(s.bottom),l=r.height-c-parseFloat(s.marginBottom);this.style.setProperty(`--_menu-max-height`,`${l}px`)},xl=new WeakSet,Sl=function(e){let t=this.querySelector(`[role="menuitem"][aria-haspopup][aria-expanded="true"]`),n=t?.querySelector(`[role="menu"]`),{style:r}=X(this,rl);if(e||r.setProperty(`--media-menu-transition-in`,`none`),n){let e=n.offsetHeight,r=Math.max(n.offsetWidth,t.offsetWidth);this.style.setProperty(`min-width`,`${r}px`),this.style.setProperty(`min-height`,`${e}px`),Q(this,yl,bl).call(this,r)}else this.style.removeProperty(`min-width`),this.style.removeProperty(`min-height`),Q(this,yl,bl).call(this);r.removeProperty(`--media-menu-transition-in`)},Cl=new WeakSet,wl=function(e){var t;if(e.stopPropagation(),e.composedPath().includes(X(this,Tl,El))){(t=X(this,Qc))==null||t.focus(),this.hidden=!0;return}let n=Q(this,Fl,Il).call(this,e);n&&!n.hasAttribute(`disabled`)&&(Q(this,zl,Bl).call(this,n),this.handleSelect(e))},Tl=new WeakSet,El=function(){return this.shadowRoot.querySelector(`slot[name="header"]`).assignedElements({flatten:!0})?.find(e=>e.matches(`button[part~="back"]`))},Dl=new WeakSet,Ol=function(e){if(e.target===this)return;Q(this,kl,Al).call(this);let t=Array.from(this.querySelectorAll(`[role="menuitem"][aria-haspopup]`));for(let n of t)n.invokeTargetElement!=e.target&&e.newState==`open`&&n.getAttribute(`aria-expanded`)==`true`&&!n.invokeTargetElement.hidden&&n.invokeTargetElement.dispatchEvent(new qc({relatedTarget:n}));for(let e of t)e.setAttribute(`aria-expanded`,`${!e.submenuElement.hidden}`);Q(this,xl,Sl).call(this,!0)},kl=new WeakSet,Al=function(){let e=this.querySelector(`[role="menuitem"] > [role="menu"]:not([hidden])`);this.container.classList.toggle(`has-expanded`,!!e)},jl=new WeakSet,Ml=function(e){var t;We(this,e.relatedTarget)||(X(this,nl)&&((t=X(this,Qc))==null||t.focus()),X(this,$c)&&X(this,$c)!==e.relatedTarget&&!this.hidden&&(this.hidden=!0))},Nl=new WeakSet,Pl=function(e){var t,n,r,i,a;let{key:o,ctrlKey:s,altKey:c,metaKey:l}=e;if(!(s||c||l)&&this.keysUsed.includes(o)){if(e.preventDefault(),e.stopPropagation(),o===`Tab`){if(X(this,nl)){this.hidden=!0;return}e.shiftKey?(n=(t=this.previousElementSibling)?.focus)==null||n.call(t):(i=(r=this.nextElementSibling)?.focus)==null||i.call(r),this.blur()}else o===`Escape`?((a=X(this,Qc))==null||a.focus(),X(this,nl)&&(this.hidden=!0)):o===`Enter`||o===` `?this.handleSelect(e):this.handleMove(e)}},Fl=new WeakSet,Il=function(e){return e.composedPath().find(e=>[`menuitemradio`,`menuitemcheckbox`].includes(e.role))},Ll=new WeakSet,Rl=function(){return this.items.find(e=>e.tabIndex===0)},zl=new WeakSet,Bl=function(e){for(let t of this.items)t.tabIndex=t===e?0:-1},Vl=new WeakSet,Hl=function(e,t){let n=[...this.checkedItems];e.type===`radio`&&this.radioGroupItems.forEach(e=>e.checked=!1),e.checked=!t||!e.checked,this.checkedItems.some((e,t)=>e!=n[t])&&this.dispatchEvent(new Event(`change`,{bubbles:!0,composed:!0}))},ql.shadowRootOptions={mode:`open`},ql.getTemplateHTML=Gl;function Jl(e){return[`menuitem`,`menuitemradio`,`menuitemcheckbox`].includes(e?.role)}function Yl(e){return(e.getAttribute(`bounds`)?Ge(e,`#${e.getAttribute(`bounds`)}`):He(e)||e.parentElement)??e}g.customElements.get(`media-chrome-menu`)||g.customElements.define(`media-chrome-menu`,ql);function Xl(e){return`
    ${ql.getTemplateHTML(e)}
    <style>
      :host {
        --_menu-bg: rgb(20 20 30 / .8);
        background: var(--media-settings-menu-background,
            var(--media-menu-background,
              var(--media-control-background,
                var(--media-secondary-color, var(--_menu-bg)))));
        min-width: var(--media-settings-menu-min-width, 170px);
        border-radius: 2px 2px 0 0;
        overflow: hidden;
      }

      @-moz-document url-prefix() {
        :host{
          --_menu-bg: rgb(20 20 30);
        }
      }

      :host([role="menu"]) {
        
        justify-content: end;
      }

      slot:not([name]) {
        justify-content: var(--media-settings-menu-justify-content);
        flex-direction: var(--media-settings-menu-flex-direction, column);
        overflow: visible;
      }

      #container.has-expanded {
        --media-settings-menu-item-opacity: 0;
      }
    </style>
  `}var Zl=class extends ql{get anchorElement(){return this.anchor===`auto`?He(this).querySelector(`media-settings-menu-button`):super.anchorElement}};Zl.getTemplateHTML=Xl,g.customElements.get(`media-settings-menu`)||g.customElements.define(`media-settings-menu`,Zl);var Ql=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},$=(e,t,n)=>(Ql(e,t,`read from private field`),n?n.call(e):t.get(e)),$l=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},eu=(e,t,n,r)=>(Ql(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),tu=(e,t,n)=>(Ql(e,t,`access private method`),n),nu,ru,iu,au,ou,su,cu,lu,uu,du,fu,pu,mu;function hu(e){return`
    <style>
      :host {
        transition: var(--media-menu-item-transition,
          background .15s linear,
          opacity .2s ease-in-out
        );
        outline: var(--media-menu-item-outline, 0);
        outline-offset: var(--media-menu-item-outline-offset, -1px);
        cursor: var(--media-cursor, pointer);
        display: flex;
        align-items: center;
        align-self: stretch;
        justify-self: stretch;
        white-space: nowrap;
        white-space-collapse: collapse;
        text-wrap: nowrap;
        padding: .4em .8em .4em 1em;
      }

      :host(:focus-visible) {
        box-shadow: var(--media-menu-item-focus-shadow, inset 0 0 0 2px rgb(27 127 204 / .9));
        outline: var(--media-menu-item-hover-outline, 0);
        outline-offset: var(--media-menu-item-hover-outline-offset,  var(--media-menu-item-outline-offset, -1px));
      }

      :host(:hover) {
        cursor: var(--media-cursor, pointer);
        background: var(--media-menu-item-hover-background, rgb(92 92 102 / .5));
        outline: var(--media-menu-item-hover-outline);
        outline-offset: var(--media-menu-item-hover-outline-offset,  var(--media-menu-item-outline-offset, -1px));
      }

      :host([aria-checked="true"]) {
        background: var(--media-menu-item-checked-background);
      }

      :host([hidden]) {
        display: none;
      }

      :host([disabled]) {
        pointer-events: none;
        color: rgba(255, 255, 255, .3);
      }

      slot:not([name]) {
        width: 100%;
      }

      slot:not([name="submenu"]) {
        display: inline-flex;
        align-items: center;
        transition: inherit;
        opacity: var(--media-menu-item-opacity, 1);
      }

      slot[name="description"] {
        justify-content: end;
      }

      slot[name="description"] > span {
        display: inline-block;
        margin-inline: 1em .2em;
        max-width: var(--media-menu-item-description-max-width, 100px);
        text-overflow: ellipsis;
        overflow: hidden;
        font-size: .8em;
        font-weight: 400;
        text-align: right;
        position: relative;
        top: .04em;
      }

      slot[name="checked-indicator"] {
        display: none;
      }

      :host(:is([role="menuitemradio"],[role="menuitemcheckbox"])) slot[name="checked-indicator"] {
        display: var(--media-menu-item-checked-indicator-display, inline-block);
      }

      
      svg, img, ::slotted(svg), ::slotted(img) {
        height: var(--media-menu-item-icon-height, var(--media-control-height, 24px));
        fill: var(--media-icon-color, var(--media-primary-color, rgb(238 238 238)));
        display: block;
      }

      
      [part~="indicator"],
      ::slotted([part~="indicator"]) {
        fill: var(--media-menu-item-indicator-fill,
          var(--media-icon-color, var(--media-primary-color, rgb(238 238 238))));
        height: var(--media-menu-item-indicator-height, 1.25em);
        margin-right: .5ch;
      }

      [part~="checked-indicator"] {
        visibility: hidden;
      }

      :host([aria-checked="true"]) [part~="checked-indicator"] {
        visibility: visible;
      }
    </style>
    <slot name="checked-indicator">
      <svg aria-hidden="true" viewBox="0 1 24 24" part="checked-indicator indicator">
        <path d="m10 15.17 9.193-9.191 1.414 1.414-10.606 10.606-6.364-6.364 1.414-1.414 4.95 4.95Z"/>
      </svg>
    </slot>
    <slot name="prefix"></slot>
    <slot></slot>
    <slot name="description"></slot>
    <slot name="suffix">
      ${this.getSuffixSlotInnerHTML(e)}
    </slot>
    <slot name="submenu"></slot>
  `}function gu(e){return``}var _u={TYPE:`type`,VALUE:`value`,CHECKED:`checked`,DISABLED:`disabled`},vu=class extends g.HTMLElement{constructor(){if(super(),$l(this,iu),$l(this,ou),$l(this,cu),$l(this,pu),$l(this,nu,!1),$l(this,ru,void 0),$l(this,uu,()=>{this.submenuElement.items&&this.setAttribute(`submenusize`,`${this.submenuElement.items.length}`);let e=this.shadowRoot.querySelector(`slot[name="description"]`),t=this.submenuElement.checkedItems?.[0],n=t?.dataset.description??t?.text,r=_.createElement(`span`);r.textContent=n??``,e.replaceChildren(r)}),$l(this,du,e=>{let{key:t}=e;this.keysUsed.includes(t)?this.handleClick(e):this.removeEventListener(`keyup`,$(this,du))}),$l(this,fu,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!this.keysUsed.includes(r)?this.removeEventListener(`keyup`,$(this,du)):this.addEventListener(`keyup`,$(this,du),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[_u.TYPE,_u.DISABLED,_u.CHECKED,_u.VALUE]}enable(){this.hasAttribute(`tabindex`)||this.setAttribute(`tabindex`,`-1`),yu(this)&&!this.hasAttribute(`aria-checked`)&&this.setAttribute(`aria-checked`,`false`),this.addEventListener(`click`,this),this.addEventListener(`keydown`,this)}disable(){this.removeAttribute(`tabindex`),this.removeEventListener(`click`,this),this.removeEventListener(`keydown`,this),this.removeEventListener(`keyup`,this)}handleEvent(e){switch(e.type){case`slotchange`:tu(this,iu,au).call(this,e);break;case`click`:this.handleClick(e);break;case`keydown`:$(this,fu).call(this,e);break;case`keyup`:$(this,du).call(this,e)}}attributeChangedCallback(e,t,n){e===_u.CHECKED&&yu(this)&&!$(this,nu)?this.setAttribute(`aria-checked`,n==null?`false`:`true`):e===_u.TYPE&&n!==t?this.role=`menuitem`+n:e===_u.DISABLED&&n!==t&&(n==null?this.enable():this.disable())}connectedCallback(){this.hasAttribute(_u.DISABLED)||this.enable(),this.role=`menuitem`+this.type,eu(this,ru,bu(this,this.parentNode)),tu(this,pu,mu).call(this),this.submenuElement&&tu(this,ou,su).call(this),this.shadowRoot.addEventListener(`slotchange`,this)}disconnectedCallback(){this.disable(),tu(this,pu,mu).call(this),eu(this,ru,null),this.shadowRoot.removeEventListener(`slotchange`,this)}get invokeTarget(){return this.getAttribute(`invoketarget`)}set invokeTarget(e){this.setAttribute(`invoketarget`,`${e}`)}get invokeTargetElement(){return this.invokeTarget?qe(this)?.querySelector(`#${this.invokeTarget}`):this.submenuElement}get submenuElement(){return this.shadowRoot.querySelector(`slot[name="submenu"]`).assignedElements({flatten:!0})[0]}get type(){return this.getAttribute(_u.TYPE)??``}set type(e){this.setAttribute(_u.TYPE,`${e}`)}get value(){return this.getAttribute(_u.VALUE)??this.text}set value(e){this.setAttribute(_u.VALUE,e)}get text(){return(this.textContent??``).trim()}get checked(){if(yu(this))return this.getAttribute(`aria-checked`)===`true`}set checked(e){yu(this)&&(eu(this,nu,!0),this.setAttribute(`aria-checked`,e?`true`:`false`),e?this.part.add(`checked`):this.part.remove(`checked`))}handleClick(e){yu(this)||this.invokeTargetElement&&We(this,e.target)&&this.invokeTargetElement.dispatchEvent(new qc({relatedTarget:this}))}get keysUsed(){return[`Enter`,` `]}};nu=new WeakMap,ru=new WeakMap,iu=new WeakSet,au=function(e){let t=e.target;if(!t?.name)for(let e of t.assignedNodes({flatten:!0}))e instanceof Text&&e.textContent.trim()===``&&e.remove();t.name===`submenu`&&(this.submenuElement?tu(this,ou,su).call(this):tu(this,cu,lu).call(this))},ou=new WeakSet,su=async function(){this.setAttribute(`aria-haspopup`,`menu`),this.setAttribute(`aria-expanded`,`${!this.submenuElement.hidden}`),this.submenuElement.addEventListener(`change`,$(this,uu)),this.submenuElement.addEventListener(`addmenuitem`,$(this,uu)),this.submenuElement.addEventListener(`removemenuitem`,$(this,uu)),$(this,uu).call(this)},cu=new WeakSet,lu=function(){this.removeAttribute(`aria-haspopup`),this.removeAttribute(`aria-expanded`),this.submenuElement.removeEventListener(`change`,$(this,uu)),this.submenuElement.removeEventListener(`addmenuitem`,$(this,uu)),this.submenuElement.removeEventListener(`removemenuitem`,$(this,uu)),$(this,uu).call(this)},uu=new WeakMap,du=new WeakMap,fu=new WeakMap,pu=new WeakSet,mu=function(){let e=$(this,ru)?.radioGroupItems;if(!e)return;let t=e.filter(e=>e.getAttribute(`aria-checked`)===`true`).pop();t||=e[0];for(let t of e)t.setAttribute(`aria-checked`,`false`);t?.setAttribute(`aria-checked`,`true`)},vu.shadowRootOptions={mode:`open`},vu.getTemplateHTML=hu,vu.getSuffixSlotInnerHTML=gu;function yu(e){return e.type===`radio`||e.type===`checkbox`}function bu(e,t){if(!e)return null;let{host:n}=e.getRootNode();return!t&&n?bu(e,n):t?.items?t:bu(t,t?.parentNode)}g.customElements.get(`media-chrome-menu-item`)||g.customElements.define(`media-chrome-menu-item`,vu);function xu(e){return`
    ${vu.getTemplateHTML.call(this,e)}
    <style>
      slot:not([name="submenu"]) {
        opacity: var(--media-settings-menu-item-opacity, var(--media-menu-item-opacity));
      }

      :host([aria-expanded="true"]:hover) {
        background: transparent;
      }
    </style>
  `}function Su(e){return`
    <svg aria-hidden="true" viewBox="0 0 20 24">
      <path d="m8.12 17.585-.742-.669 4.2-4.665-4.2-4.666.743-.669 4.803 5.335-4.803 5.334Z"/>
    </svg>
  `}var Cu=class extends vu{};Cu.shadowRootOptions={mode:`open`},Cu.getTemplateHTML=xu,Cu.getSuffixSlotInnerHTML=Su,g.customElements.get(`media-settings-menu-item`)||g.customElements.define(`media-settings-menu-item`,Cu);var wu=class extends H{connectedCallback(){super.connectedCallback(),this.invokeTargetElement&&this.setAttribute(`aria-haspopup`,`menu`)}get invokeTarget(){return this.getAttribute(`invoketarget`)}set invokeTarget(e){this.setAttribute(`invoketarget`,`${e}`)}get invokeTargetElement(){return this.invokeTarget?qe(this)?.querySelector(`#${this.invokeTarget}`):null}handleClick(){var e;(e=this.invokeTargetElement)==null||e.dispatchEvent(new qc({relatedTarget:this}))}};g.customElements.get(`media-chrome-menu-button`)||g.customElements.define(`media-chrome-menu-button`,wu);function Tu(){return`
    <style>
      :host([aria-expanded="true"]) slot[name=tooltip] {
        display: none;
      }
    </style>
    <slot name="icon">
      <svg aria-hidden="true" viewBox="0 0 24 24">
        <path d="M4.5 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm7.5 0a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm7.5 0a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"/>
      </svg>
    </slot>
  `}function Eu(){return j(`Settings`)}var Du=class extends wu{static get observedAttributes(){return[...super.observedAttributes,`target`]}connectedCallback(){super.connectedCallback(),this.setAttribute(`aria-label`,j(`settings`))}get invokeTargetElement(){return this.invokeTarget==null?He(this).querySelector(`media-settings-menu`):super.invokeTargetElement}};Du.getSlotTemplateHTML=Tu,Du.getTooltipContentHTML=Eu,g.customElements.get(`media-settings-menu-button`)||g.customElements.define(`media-settings-menu-button`,Du);var Ou=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},ku=(e,t,n)=>(Ou(e,t,`read from private field`),n?n.call(e):t.get(e)),Au=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ju=(e,t,n,r)=>(Ou(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Mu=(e,t,n)=>(Ou(e,t,`access private method`),n),Nu,Pu,Fu,Iu,Lu,Ru,zu=class extends ql{constructor(){super(...arguments),Au(this,Fu),Au(this,Lu),Au(this,Nu,[]),Au(this,Pu,{})}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_RENDITION_LIST,b.MEDIA_RENDITION_SELECTED,b.MEDIA_RENDITION_UNAVAILABLE,b.MEDIA_HEIGHT,b.MEDIA_WIDTH]}static formatMenuItemText(e,t){return super.formatMenuItemText(e,t)}static formatRendition(e,{showBitrate:t=!1}={}){let n=`${Math.min(e.width,e.height)}p`;if(t&&e.bitrate){let t=e.bitrate/1e6;return`${n} (${`${t.toFixed(+(t<1))} Mbps`})`}return this.formatMenuItemText(n,e)}static compareRendition(e,t){return t.height===e.height?(t.bitrate??0)-(e.bitrate??0):t.height-e.height}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),t!==n)switch(e){case b.MEDIA_RENDITION_SELECTED:this.value=n??`auto`,Mu(this,Fu,Iu).call(this);break;case b.MEDIA_RENDITION_LIST:ju(this,Nu,In(n)),Mu(this,Fu,Iu).call(this);break;case b.MEDIA_HEIGHT:case b.MEDIA_WIDTH:Mu(this,Fu,Iu).call(this)}}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,Mu(this,Lu,Ru))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,Mu(this,Lu,Ru))}get anchorElement(){return this.anchor===`auto`?He(this).querySelector(`media-rendition-menu-button`):super.anchorElement}get mediaRenditionList(){return ku(this,Nu)}set mediaRenditionList(e){ju(this,Nu,e),Mu(this,Fu,Iu).call(this)}get mediaRenditionSelected(){return O(this,b.MEDIA_RENDITION_SELECTED)}set mediaRenditionSelected(e){k(this,b.MEDIA_RENDITION_SELECTED,e)}get mediaHeight(){return w(this,b.MEDIA_HEIGHT)}set mediaHeight(e){T(this,b.MEDIA_HEIGHT,e)}get mediaWidth(){return w(this,b.MEDIA_WIDTH)}set mediaWidth(e){T(this,b.MEDIA_WIDTH,e)}compareRendition(e,t){return this.constructor.compareRendition(e,t)}formatMenuItemText(e,t){return this.constructor.formatMenuItemText(e,t)}formatRendition(e,t){return this.constructor.formatRendition(e,t)}showRenditionBitrate(e){return this.mediaRenditionList.some(t=>t!==e&&t.height===e.height&&t.bitrate!==e.bitrate)}};Nu=new WeakMap,Pu=new WeakMap,Fu=new WeakSet,Iu=function(){let e=!this.mediaRenditionSelected;if(ku(this,Pu).mediaRenditionList===JSON.stringify(this.mediaRenditionList)&&ku(this,Pu).mediaHeight===this.mediaHeight&&ku(this,Pu).mediaWidth===this.mediaWidth&&ku(this,Pu).isAuto===e)return;ku(this,Pu).mediaRenditionList=JSON.stringify(this.mediaRenditionList),ku(this,Pu).mediaHeight=this.mediaHeight,ku(this,Pu).mediaWidth=this.mediaWidth,ku(this,Pu).isAuto=e;let t=this.mediaRenditionList.sort(this.compareRendition.bind(this)),n=t.find(e=>e.id===this.mediaRenditionSelected);for(let e of t)e.selected=e===n;this.defaultSlot.textContent=``;for(let n of t){let t=Ul({type:`radio`,text:this.formatRendition(n,{showBitrate:this.showRenditionBitrate(n)}),value:`${n.id}`,checked:n.selected&&!e});t.prepend(Wl(this,`checked-indicator`)),this.defaultSlot.append(t)}let r=n&&this.showRenditionBitrate(n),i;e&&(n?i=this.formatMenuItemText(`${j(`Auto`)} \u2022 ${this.formatRendition(n,{showBitrate:r})}`,n):this.mediaHeight>0&&this.mediaWidth>0&&(i=this.formatMenuItemText(`${j(`Auto`)} (${Math.min(this.mediaWidth,this.mediaHeight)}p)`))),i||=this.formatMenuItemText(j(`Auto`));let a=Ul({type:`radio`,text:i,value:`auto`,checked:e});a.dataset.description=i,a.prepend(Wl(this,`checked-indicator`)),this.defaultSlot.append(a)},Lu=new WeakSet,Ru=function(){if(this.value==null)return;let e=new g.CustomEvent(v.MEDIA_RENDITION_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},g.customElements.get(`media-rendition-menu`)||g.customElements.define(`media-rendition-menu`,zu);var Bu=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Vu=(e,t,n)=>(Bu(e,t,`read from private field`),n?n.call(e):t.get(e)),Hu=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Uu=(e,t,n,r)=>(Bu(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Wu=(e,t,n)=>(Bu(e,t,`access private method`),n),Gu,Ku,qu,Ju,Yu,Xu,Zu=class extends ql{constructor(){super(...arguments),Hu(this,qu),Hu(this,Yu),Hu(this,Gu,[]),Hu(this,Ku,void 0)}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_AUDIO_TRACK_LIST,b.MEDIA_AUDIO_TRACK_ENABLED,b.MEDIA_AUDIO_TRACK_UNAVAILABLE]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_AUDIO_TRACK_ENABLED&&t!==n?this.value=n:e===b.MEDIA_AUDIO_TRACK_LIST&&t!==n&&(Uu(this,Gu,Bn(n??``)),Wu(this,qu,Ju).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,Wu(this,Yu,Xu))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,Wu(this,Yu,Xu))}get anchorElement(){return this.anchor===`auto`?He(this)?.querySelector(`media-audio-track-menu-button`):super.anchorElement}get mediaAudioTrackList(){return Vu(this,Gu)}set mediaAudioTrackList(e){Uu(this,Gu,e),Wu(this,qu,Ju).call(this)}get mediaAudioTrackEnabled(){return O(this,b.MEDIA_AUDIO_TRACK_ENABLED)??``}set mediaAudioTrackEnabled(e){k(this,b.MEDIA_AUDIO_TRACK_ENABLED,e)}};Gu=new WeakMap,Ku=new WeakMap,qu=new WeakSet,Ju=function(){if(Vu(this,Ku)===JSON.stringify(this.mediaAudioTrackList))return;Uu(this,Ku,JSON.stringify(this.mediaAudioTrackList));let e=this.mediaAudioTrackList;this.defaultSlot.textContent=``,e.sort((e,t)=>e.id.localeCompare(t.id,void 0,{numeric:!0}));for(let t of e){let e=Ul({type:`radio`,text:this.formatMenuItemText(t.label,t),value:`${t.id}`,checked:t.enabled});e.prepend(Wl(this,`checked-indicator`)),this.defaultSlot.append(e)}},Yu=new WeakSet,Xu=function(){if(this.value==null)return;let e=new g.CustomEvent(v.MEDIA_AUDIO_TRACK_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},g.customElements.get(`media-audio-track-menu`)||g.customElements.define(`media-audio-track-menu`,Zu);var Qu=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},$u=(e,t,n)=>(Qu(e,t,`read from private field`),n?n.call(e):t.get(e)),ed=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},td=(e,t,n,r)=>(Qu(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),nd=(e,t,n)=>(Qu(e,t,`access private method`),n),rd,id,ad,od,sd,cd=`
  <svg aria-hidden="true" viewBox="0 0 26 24" part="captions-indicator indicator">
    <path d="M22.83 5.68a2.58 2.58 0 0 0-2.3-2.5c-3.62-.24-11.44-.24-15.06 0a2.58 2.58 0 0 0-2.3 2.5c-.23 4.21-.23 8.43 0 12.64a2.58 2.58 0 0 0 2.3 2.5c3.62.24 11.44.24 15.06 0a2.58 2.58 0 0 0 2.3-2.5c.23-4.21.23-8.43 0-12.64Zm-11.39 9.45a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.92 3.92 0 0 1 .92-2.77 3.18 3.18 0 0 1 2.43-1 2.94 2.94 0 0 1 2.13.78c.364.359.62.813.74 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.17 1.61 1.61 0 0 0-1.29.58 2.79 2.79 0 0 0-.5 1.89 3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.48 1.48 0 0 0 1-.37 2.1 2.1 0 0 0 .59-1.14l1.4.44a3.23 3.23 0 0 1-1.07 1.69Zm7.22 0a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.88 3.88 0 0 1 .93-2.77 3.14 3.14 0 0 1 2.42-1 3 3 0 0 1 2.16.82 2.8 2.8 0 0 1 .73 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.21 1.61 1.61 0 0 0-1.29.58A2.79 2.79 0 0 0 15 12a3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.44 1.44 0 0 0 1-.37 2.1 2.1 0 0 0 .6-1.15l1.4.44a3.17 3.17 0 0 1-1.1 1.7Z"/>
  </svg>`;function ld(e){return`
    ${ql.getTemplateHTML(e)}
    <slot name="captions-indicator" hidden>${cd}</slot>
  `}var ud=class extends ql{constructor(){super(...arguments),ed(this,id),ed(this,od),ed(this,rd,void 0)}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_SUBTITLES_LIST,b.MEDIA_SUBTITLES_SHOWING]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_SUBTITLES_LIST&&t!==n?nd(this,id,ad).call(this):e===b.MEDIA_SUBTITLES_SHOWING&&t!==n&&(this.value=n||``,nd(this,id,ad).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,nd(this,od,sd))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,nd(this,od,sd))}get anchorElement(){return this.anchor===`auto`?He(this).querySelector(`media-captions-menu-button`):super.anchorElement}get mediaSubtitlesList(){return dd(this,b.MEDIA_SUBTITLES_LIST)}set mediaSubtitlesList(e){fd(this,b.MEDIA_SUBTITLES_LIST,e)}get mediaSubtitlesShowing(){return dd(this,b.MEDIA_SUBTITLES_SHOWING)}set mediaSubtitlesShowing(e){fd(this,b.MEDIA_SUBTITLES_SHOWING,e)}};rd=new WeakMap,id=new WeakSet,ad=function(){let e=$u(this,rd)!==JSON.stringify(this.mediaSubtitlesList),t=this.value!==this.getAttribute(b.MEDIA_SUBTITLES_SHOWING);if(!e&&!t)return;td(this,rd,JSON.stringify(this.mediaSubtitlesList)),this.defaultSlot.textContent=``;let n=!this.value,r=Ul({type:`radio`,text:this.formatMenuItemText(j(`Off`)),value:`off`,checked:n});r.prepend(Wl(this,`checked-indicator`)),this.defaultSlot.append(r);let i=this.mediaSubtitlesList;for(let e of i){let t=Ul({type:`radio`,text:this.formatMenuItemText(e.label,e),value:Yn(e),checked:this.value==Yn(e)});t.prepend(Wl(this,`checked-indicator`)),(e.kind??`subs`)===`captions`&&t.append(Wl(this,`captions-indicator`)),this.defaultSlot.append(t)}},od=new WeakSet,sd=function(){let e=this.mediaSubtitlesShowing,t=this.getAttribute(b.MEDIA_SUBTITLES_SHOWING),n=this.value!==t;if(e?.length&&n&&this.dispatchEvent(new g.CustomEvent(v.MEDIA_DISABLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0,detail:e})),!this.value||!n)return;let r=new g.CustomEvent(v.MEDIA_SHOW_SUBTITLES_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(r)},ud.getTemplateHTML=ld;var dd=(e,t)=>{let n=e.getAttribute(t);return n?qn(n):[]},fd=(e,t,n)=>{if(!n?.length){e.removeAttribute(t);return}let r=Xn(n);e.getAttribute(t)!==r&&e.setAttribute(t,r)};g.customElements.get(`media-captions-menu`)||g.customElements.define(`media-captions-menu`,ud);var pd=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},md=(e,t,n)=>(pd(e,t,`read from private field`),n?n.call(e):t.get(e)),hd=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},gd,_d={RATES:`rates`},vd=[1,1.2,1.5,1.7,2];function yd(e){return Math.round(e*100)/100}function bd(e){return`
    <style>
      :host {
        min-width: 5ch;
        padding: var(--media-button-padding, var(--media-control-padding, 10px 5px));
      }
    </style>
    <slot name="icon">${e.mediaplaybackrate?yd(+e.mediaplaybackrate):1}x</slot>
  `}function xd(){return j(`Playback rate`)}var Sd=class extends H{constructor(){super(),hd(this,gd,new Pn(this,_d.RATES,{defaultValue:vd})),this.container=this.shadowRoot.querySelector(`slot[name="icon"]`),this.container.innerHTML=`${yd(this.mediaPlaybackRate??1)}x`}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PLAYBACK_RATE,_d.RATES]}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),e===_d.RATES&&(md(this,gd).value=n),e===b.MEDIA_PLAYBACK_RATE){let e=n?+n:NaN,t=yd(Number.isNaN(e)?1:e);this.container.innerHTML=`${t}x`,this.setAttribute(`aria-label`,j(`Playback rate {playbackRate}`,{playbackRate:t}))}}get rates(){return md(this,gd)}set rates(e){e?Array.isArray(e)?md(this,gd).value=e.join(` `):typeof e==`string`&&(md(this,gd).value=e):md(this,gd).value=``}get mediaPlaybackRate(){return w(this,b.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){T(this,b.MEDIA_PLAYBACK_RATE,e)}handleClick(){let e=Array.from(md(this,gd).values(),e=>+e).sort((e,t)=>e-t),t=e.find(e=>e>this.mediaPlaybackRate)??e[0]??1,n=new g.CustomEvent(v.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(n)}};gd=new WeakMap,Sd.getSlotTemplateHTML=bd,Sd.getTooltipContentHTML=xd,g.customElements.get(`media-playback-rate-button`)||g.customElements.define(`media-playback-rate-button`,Sd);var Cd=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},wd=(e,t,n)=>(Cd(e,t,`read from private field`),n?n.call(e):t.get(e)),Td=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Ed=(e,t,n)=>(Cd(e,t,`access private method`),n),Dd,Od,kd,Ad,jd,Md={RATES:`rates`},Nd=class extends ql{constructor(){super(),Td(this,Od),Td(this,Ad),Td(this,Dd,new Pn(this,Md.RATES,{defaultValue:vd})),Ed(this,Od,kd).call(this)}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PLAYBACK_RATE,Md.RATES]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_PLAYBACK_RATE&&t!=n?(this.value=n,Ed(this,Od,kd).call(this)):e===Md.RATES&&t!=n&&(wd(this,Dd).value=n,Ed(this,Od,kd).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,Ed(this,Ad,jd))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,Ed(this,Ad,jd))}get anchorElement(){return this.anchor===`auto`?He(this).querySelector(`media-playback-rate-menu-button`):super.anchorElement}get rates(){return wd(this,Dd)}set rates(e){e?Array.isArray(e)?wd(this,Dd).value=e.join(` `):typeof e==`string`&&(wd(this,Dd).value=e):wd(this,Dd).value=``,Ed(this,Od,kd).call(this)}get mediaPlaybackRate(){return w(this,b.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){T(this,b.MEDIA_PLAYBACK_RATE,e)}};Dd=new WeakMap,Od=new WeakSet,kd=function(){this.defaultSlot.textContent=``;let e=yd(this.mediaPlaybackRate),t=new Set(Array.from(wd(this,Dd)).map(e=>yd(Number(e))));e>0&&!t.has(e)&&t.add(e);let n=Array.from(t).sort((e,t)=>e-t);for(let t of n){let n=Ul({type:`radio`,text:this.formatMenuItemText(`${t}x`,t),value:t.toString(),checked:e===t});n.prepend(Wl(this,`checked-indicator`)),this.defaultSlot.append(n)}},Ad=new WeakSet,jd=function(){if(!this.value)return;let e=new g.CustomEvent(v.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},g.customElements.get(`media-playback-rate-menu`)||g.customElements.define(`media-playback-rate-menu`,Nd);var Pd=[.5,.75,1,1.25,1.5,1.75,2],Fd=25,Id={left:100,top:78},Ld=class{root;look;watcher;#e;#t=new MutationObserver(e=>this.#o(e));#n=null;#r={left:50,top:10};constructor(e,t,n){this.root=e,this.look=t,this.watcher=n,this.#i(),this.#e=setInterval(()=>this.#i(),t.move_interval*1e3)}remove(){clearInterval(this.#e),this.#t.disconnect(),this.#n?.remove()}#i(){let{left:e,top:t}=this.#r;do this.#r={left:Math.random()*Id.left,top:Math.random()*Id.top};while(Math.hypot(this.#r.left-e,this.#r.top-t)<Fd);this.#a()}#a(){this.#t.disconnect(),this.#n?.remove();let e=this.#n=document.createElement(`div`),{left:t,top:n}=this.#r;e.className=`vp-mark`,e.slot=`top-chrome`,e.textContent=this.#s(),e.setAttribute(`aria-hidden`,`true`),e.setAttribute(`noautohide`,``),e.style.opacity=String(this.look.opacity),e.style.left=`${t}%`,e.style.top=`${n}%`,e.style.translate=`${-t}% ${-n}%`,this.root.append(e),this.#t.observe(this.root,{childList:!0}),this.#t.observe(e,{attributes:!0,characterData:!0,childList:!0,subtree:!0})}#o(e){(this.#n?.parentElement!==this.root||e.some(({target:e})=>e!==this.root))&&this.#a()}#s(){let e=`${new Date().toISOString().slice(0,16).replace(`T`,` `)} UTC`,{id:t,ip:n}=this.watcher,r={viewer_id:t,ip:n,time:e};return this.look.text.replace(/\{(viewer_id|ip|time)\}/g,(e,t)=>r[t]??``).trim()}},Rd={id:``,ip:``},zd=.179,Bd=new WeakMap;function Vd(e,t,n=Rd){e.style.setProperty(`--vp-accent`,t.primary_color),e.style.setProperty(`--vp-accent-ink`,Kd(t.primary_color)),Ud(e,t.controls),e.querySelector(`media-playback-rate-menu`)?.setAttribute(`rates`,t.playback_rates.join(` `)),Wd(e,t),Bd.get(e)?.remove(),Bd.delete(e),t.watermark.enabled&&Bd.set(e,new Ld(e,t.watermark,n??Rd))}function Hd(e){return e?.playback_rates??Pd}function Ud(e,t){let n=Object.entries(t).filter(([,e])=>!e);e.dataset.without=n.map(([e])=>e).join(` `),e.toggleAttribute(`gesturesdisabled`,!t.play);let r=e.querySelector(`video`);r&&(r.disablePictureInPicture=!t.pip)}function Wd(e,t){if(e.querySelector(`.vp-logo`)?.remove(),!t.logo_url)return;let n=document.createElement(`img`);n.referrerPolicy=`no-referrer`,n.alt=t.logo_link&&Gd(t.logo_link),n.src=t.logo_url;let r=document.createElement(t.logo_link?`a`:`span`);r.className=`vp-logo`,r.slot=`top-chrome`,r.dataset.corner=t.logo_position,r.setAttribute(`noautohide`,``),r instanceof HTMLAnchorElement&&Object.assign(r,{href:t.logo_link,target:`_blank`,rel:`noopener noreferrer`}),r.append(n),e.append(r)}function Gd(e){return URL.canParse(e)?new URL(e).host:e}function Kd(e){return ve(e)>zd?`#000`:`#fff`}function qd(e,t){let n=document.createElement(`media-controller`);n.className=`vp`,n.setAttribute(`aria-label`,e.title),n.setAttribute(`defaultstreamtype`,e.live?`live`:`on-demand`),e.duration_s&&n.setAttribute(`defaultduration`,String(e.duration_s));for(let e of[`nohotkeys`,`novolumepref`,`nomutedpref`,`nosubtitleslangpref`])n.setAttribute(e,``);return n.innerHTML=Zd()+(t?Qd(e)+ef(e):``),e.poster&&n.prepend(Xd(e.poster)),n}function Jd(e){e.querySelector(`media-captions-button`)?.setAttribute(`role`,`switch`),Yd(e)}function Yd(e){e.addEventListener(`toggle`,t=>{let n=t.target;n.hidden?e.registerMediaStateReceiver(n):e.unregisterMediaStateReceiver(n)})}function Xd(e){let t=document.createElement(`media-poster-image`);return t.slot=`poster`,t.setAttribute(`src`,e),t}function Zd(){return`
    <media-play-button slot="centered-chrome" class="vp-big" notooltip></media-play-button>
    <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
    <div slot="centered-chrome" class="vp-message" role="alert" hidden>
      <p></p><button type="button">Try again</button>
    </div>`}function Qd({look:e}){return`
    <media-settings-menu hidden anchor="auto">
      ${$d(`Quality`,`media-rendition-menu`)}
      ${$d(`Speed`,`media-playback-rate-menu`,`rates="${Hd(e).join(` `)}"`)}
      ${$d(`Audio`,`media-audio-track-menu`)}
      ${$d(`Captions`,`media-captions-menu`)}
    </media-settings-menu>`}function $d(e,t,n=``){return`
    <media-settings-menu-item class="vp-item-${e.toLowerCase()}">${e}
      <${t} slot="submenu" hidden ${n}><div slot="title">${e}</div></${t}>
    </media-settings-menu-item>`}function ef(e){return`
    <media-control-bar class="vp-range">
      <media-time-range>
        <media-preview-thumbnail slot="preview"></media-preview-thumbnail>
        <media-preview-chapter-display slot="preview"></media-preview-chapter-display>
        <media-preview-time-display slot="preview"></media-preview-time-display>
      </media-time-range>
    </media-control-bar>
    <media-control-bar class="vp-bar">
      <media-play-button></media-play-button>
      <media-mute-button></media-mute-button>
      <media-volume-range></media-volume-range>
      ${e.live?`<media-live-button></media-live-button>`:`<media-time-display showduration notoggle></media-time-display>`}
      <span class="vp-gap"></span>
      <media-captions-button></media-captions-button>
      <media-settings-menu-button></media-settings-menu-button>
      <media-airplay-button></media-airplay-button>
      <media-pip-button></media-pip-button>
      <media-fullscreen-button></media-fullscreen-button>
    </media-control-bar>`}var tf=640,nf=360,rf=120,af=42,of=[360,720,1080];function sf(){let e=document.createElement(`canvas`);e.width=tf,e.height=nf;let t=document.createElement(`video`);t.playsInline=!0,t.muted=!0;let n=()=>lf(e,t.currentTime),r=()=>{n(),t.paused||requestAnimationFrame(r)};cf(t),n(),t.srcObject=e.captureStream(),t.addEventListener(`play`,r);let i=t.addVideoTrack(`main`,`Drawn`);i.selected=!0;for(let e of of)i.addRendition(``,Math.round(e*16/9),e);return t.addTextTrack(`captions`,`English`,`en`),{video:t,poster:e.toDataURL()}}function cf(e){let t=Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype,`currentTime`),n=()=>Number(t?.get?.call(e)??0);Object.defineProperty(e,"duration",{get:()=>rf}),Object.defineProperty(e,"currentTime",{get:()=>Math.min(rf,af+n()),set:()=>void 0})}function lf(e,t){let n=e.getContext(`2d`);if(!n)return;let r=n.createLinearGradient(0,0,0,nf);r.addColorStop(0,`#29476b`),r.addColorStop(1,`#e9b08a`),n.fillStyle=r,n.fillRect(0,0,tf,nf),n.fillStyle=`#fbe3b5`,n.beginPath(),n.arc(tf*(.2+t/rf*.6),150,34,0,2*Math.PI),n.fill();for(let[e,r]of[`#5b6f86`,`#3d5468`,`#22364a`].entries()){n.fillStyle=r,n.beginPath(),n.moveTo(0,nf);for(let r=0;r<=tf;r+=8){let i=Math.sin(r/(70-e*14)+e*2+t*(e+1)/12);n.lineTo(r,205+e*38+i*18)}n.lineTo(tf,nf),n.fill()}}var uf=[`play`,`volume`,`quality`,`speed`,`subtitles`,`pip`,`fullscreen`],df={least:30,most:60};pe(HTMLVideoElement);var ff=document.querySelector(`form[data-preset]`),pf=document.querySelector(`[data-preview]`),mf=document.querySelector(`[data-preview-config]`)?.textContent;ff&&pf&&mf&&hf(ff,pf,JSON.parse(mf));function hf(e,t,n){let{video:r,poster:i}=sf(),a=qd({hls:``,title:`Preview`,captions:[],poster:i},!0);r.slot=`media`,a.append(r),t.append(a),t.hidden=!1,Jd(a);let o=()=>{let t=gf(e,_f(e,n.logo));Vd(a,t,n.viewer),vf(t.primary_color,n)};e.addEventListener(`input`,o),e.addEventListener(`change`,o),o()}function gf(e,t){let n=new FormData(e),r=e=>String(n.get(e)??``).trim(),i=uf.map(e=>[e,n.has(`controls_${e}`)]),a=r(`playback_rates`).split(/[\s,]+/).map(Number);return{primary_color:r(`primary_color`),logo_url:t,logo_link:r(`logo_link`),logo_position:r(`logo_position`),autoplay:!1,muted:!1,loop:!1,controls:Object.fromEntries(i),playback_rates:a.filter(e=>e>0),default_quality:r(`default_quality`),default_subtitle_language:r(`default_subtitle_language`),watermark:{enabled:n.has(`watermark_enabled`),text:r(`watermark_text`),opacity:yf(Number(r(`watermark_opacity`)),0,1),move_interval:yf(Number(r(`watermark_move_interval`)),df.least,df.most)}}}function _f(e,t){return e.elements.namedItem(`logo_url`).value.trim()===t.address?t.src:``}function vf(e,{bar_color:t,least_contrast:n}){let r=document.querySelector(`[data-contrast]`),i=_e(e,t),a=i<n?`This colour is too dark for the player's bar: the contrast is ${i.toFixed(1)}:1, and ${n}:1 is needed.`:``;r&&r.textContent!==a&&(r.textContent=a)}function yf(e,t,n){return Math.min(n,Math.max(t,e||0))}