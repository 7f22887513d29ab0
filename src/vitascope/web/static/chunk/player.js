import{a as e,c as t,i as n,n as r,o as i,r as a,t as o}from"./preload-helper.js";var s=Object.defineProperty,c=(e,t)=>{let n={};for(var r in e)s(n,r,{get:e[r],enumerable:!0});return t||s(n,Symbol.toStringTag,{value:`Module`}),n},l=class extends Event{track;constructor(e,t){super(e),this.track=t.track}},u=new WeakMap;function d(e){return u.get(e)??f(e,{})}function f(e,t){let n=u.get(e);return n||u.set(e,n={}),Object.assign(n,t)}function p(e,t){let n=e.videoTracks;d(t).media=new WeakRef(e),d(t).renditionSet||(d(t).renditionSet=new Set);let r=d(n).trackSet;r.add(t);let i=r.size-1;i in te.prototype||Object.defineProperty(te.prototype,i,{get(){return[...d(this).trackSet][i]}}),queueMicrotask(()=>{n.dispatchEvent(new l(`addtrack`,{track:t}))})}function m(e){let t=d(e).media?.deref()?.videoTracks;t&&(d(t).trackSet.delete(e),queueMicrotask(()=>{t.dispatchEvent(new l(`removetrack`,{track:e}))}))}function ee(e){let t=d(e).media?.deref()?.videoTracks??[],n=!1;for(let r of t)r!==e&&(r.selected=!1,n=!0);if(n){if(d(t).changeRequested)return;d(t).changeRequested=!0,queueMicrotask(()=>{delete d(t).changeRequested,t.dispatchEvent(new Event(`change`))})}}var te=class extends EventTarget{#e;#t;#n;constructor(){super(),d(this).trackSet=new Set}get#r(){return d(this).trackSet}[Symbol.iterator](){return this.#r.values()}get length(){return this.#r.size}getTrackById(e){return[...this.#r].find(t=>t.id===e)??null}get selectedIndex(){return[...this.#r].findIndex(e=>e.selected)}get onaddtrack(){return this.#e}set onaddtrack(e){this.#e&&=(this.removeEventListener(`addtrack`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addtrack`,e))}get onremovetrack(){return this.#t}set onremovetrack(e){this.#t&&=(this.removeEventListener(`removetrack`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removetrack`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},ne=class extends Event{rendition;constructor(e,t){super(e),this.rendition=t.rendition}};function re(e,t){let n=d(e).media?.deref()?.videoRenditions;d(t).media=d(e).media,d(t).track=e;let r=d(e).renditionSet;r.add(t);let i=r.size-1;i in se.prototype||Object.defineProperty(se.prototype,i,{get(){return oe(this)[i]}}),queueMicrotask(()=>{n&&e.selected&&n.dispatchEvent(new ne(`addrendition`,{rendition:t}))})}function ie(e){let t=d(e).media?.deref()?.videoRenditions,n=d(e).track;d(n).renditionSet.delete(e),queueMicrotask(()=>{let n=d(e).track;t&&n.selected&&t.dispatchEvent(new ne(`removerendition`,{rendition:e}))})}function ae(e){let t=d(e).media?.deref()?.videoRenditions;t&&!d(t).changeRequested&&(d(t).changeRequested=!0,queueMicrotask(()=>{delete d(t).changeRequested,d(e).track.selected&&t.dispatchEvent(new Event(`change`))}))}function oe(e){let t=d(e).media?.deref();return t?[...t.videoTracks].filter(e=>e.selected).flatMap(e=>[...d(e).renditionSet]):[]}var se=class extends EventTarget{#e;#t;#n;[Symbol.iterator](){return oe(this).values()}get length(){return oe(this).length}getRenditionById(e){return oe(this).find(t=>`${t.id}`==`${e}`)??null}get selectedIndex(){return oe(this).findIndex(e=>e.selected)}set selectedIndex(e){for(let[t,n]of oe(this).entries())n.selected=t===e}get onaddrendition(){return this.#e}set onaddrendition(e){this.#e&&=(this.removeEventListener(`addrendition`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addrendition`,e))}get onremoverendition(){return this.#t}set onremoverendition(e){this.#t&&=(this.removeEventListener(`removerendition`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removerendition`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},ce=class{src;id;width;height;bitrate;frameRate;codec;#e=!1;get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,ae(this))}},le=class{id;kind;label=``;language=``;sourceBuffer;#e=!1;addRendition(e,t,n,r,i,a){let o=new ce;return o.src=e,o.width=t,o.height=n,o.frameRate=a,o.bitrate=i,o.codec=r,re(this,o),o}removeRendition(e){ie(e)}get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,e===!0&&ee(this))}};function ue(e,t){let n=d(e).media?.deref()?.audioRenditions;d(t).media=d(e).media,d(t).track=e;let r=d(e).renditionSet;r.add(t);let i=r.size-1;i in me.prototype||Object.defineProperty(me.prototype,i,{get(){return pe(this)[i]}}),queueMicrotask(()=>{n&&e.enabled&&n.dispatchEvent(new ne(`addrendition`,{rendition:t}))})}function de(e){let t=d(e).media?.deref()?.audioRenditions,n=d(e).track;d(n).renditionSet.delete(e),queueMicrotask(()=>{let n=d(e).track;t&&n.enabled&&t.dispatchEvent(new ne(`removerendition`,{rendition:e}))})}function fe(e){let t=d(e).media?.deref()?.audioRenditions;t&&!d(t).changeRequested&&(d(t).changeRequested=!0,queueMicrotask(()=>{delete d(t).changeRequested,d(e).track.enabled&&t.dispatchEvent(new Event(`change`))}))}function pe(e){let t=d(e).media?.deref();return t?[...t.audioTracks].filter(e=>e.enabled).flatMap(e=>[...d(e).renditionSet]):[]}var me=class extends EventTarget{#e;#t;#n;[Symbol.iterator](){return pe(this).values()}get length(){return pe(this).length}getRenditionById(e){return pe(this).find(t=>`${t.id}`==`${e}`)??null}get selectedIndex(){return pe(this).findIndex(e=>e.selected)}set selectedIndex(e){for(let[t,n]of pe(this).entries())n.selected=t===e}get onaddrendition(){return this.#e}set onaddrendition(e){this.#e&&=(this.removeEventListener(`addrendition`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addrendition`,e))}get onremoverendition(){return this.#t}set onremoverendition(e){this.#t&&=(this.removeEventListener(`removerendition`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removerendition`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},he=class{src;id;bitrate;codec;#e=!1;get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,fe(this))}};function ge(e,t){let n=e.audioTracks;d(t).media=new WeakRef(e),d(t).renditionSet||(d(t).renditionSet=new Set);let r=d(n).trackSet;r.add(t);let i=r.size-1;i in ye.prototype||Object.defineProperty(ye.prototype,i,{get(){return[...d(this).trackSet][i]}}),queueMicrotask(()=>{n.dispatchEvent(new l(`addtrack`,{track:t}))})}function _e(e){let t=d(e).media?.deref()?.audioTracks;t&&(d(t).trackSet.delete(e),queueMicrotask(()=>{t.dispatchEvent(new l(`removetrack`,{track:e}))}))}function ve(e){let t=d(e).media?.deref()?.audioTracks;t&&!d(t).changeRequested&&(d(t).changeRequested=!0,queueMicrotask(()=>{delete d(t).changeRequested,t.dispatchEvent(new Event(`change`))}))}var ye=class extends EventTarget{#e;#t;#n;constructor(){super(),d(this).trackSet=new Set}get#r(){return d(this).trackSet}[Symbol.iterator](){return this.#r.values()}get length(){return this.#r.size}getTrackById(e){return[...this.#r].find(t=>t.id===e)??null}get onaddtrack(){return this.#e}set onaddtrack(e){this.#e&&=(this.removeEventListener(`addtrack`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addtrack`,e))}get onremovetrack(){return this.#t}set onremovetrack(e){this.#t&&=(this.removeEventListener(`removetrack`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removetrack`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},be=class{id;kind;label=``;language=``;sourceBuffer;#e=!1;addRendition(e,t,n){let r=new he;return r.src=e,r.codec=t,r.bitrate=n,ue(this,r),r}removeRendition(e){de(e)}get enabled(){return this.#e}set enabled(e){this.#e!==e&&(this.#e=e,ve(this))}},xe=we(globalThis.HTMLMediaElement,`video`),Se=we(globalThis.HTMLMediaElement,`audio`);function Ce(e){if(!e?.prototype)return e;let t=we(e,`video`);(!t||`${t}`.includes(`[native code]`))&&Object.defineProperty(e.prototype,"videoTracks",{get(){return Te(this)}});let n=we(e,`audio`);(!n||`${n}`.includes(`[native code]`))&&Object.defineProperty(e.prototype,"audioTracks",{get(){return Ee(this)}}),`addVideoTrack`in e.prototype||(e.prototype.addVideoTrack=function(e,t=``,n=``){let r=new le;return r.kind=e,r.label=t,r.language=n,p(this,r),r}),`removeVideoTrack`in e.prototype||(e.prototype.removeVideoTrack=m),`addAudioTrack`in e.prototype||(e.prototype.addAudioTrack=function(e,t=``,n=``){let r=new be;return r.kind=e,r.label=t,r.language=n,ge(this,r),r}),`removeAudioTrack`in e.prototype||(e.prototype.removeAudioTrack=_e),`videoRenditions`in e.prototype||Object.defineProperty(e.prototype,"videoRenditions",{get(){return r(this)}});let r=e=>{let t=d(e).videoRenditions;return t||(t=new se,d(t).media=new WeakRef(e),d(e).videoRenditions=t),t};`audioRenditions`in e.prototype||Object.defineProperty(e.prototype,"audioRenditions",{get(){return i(this)}});let i=e=>{let t=d(e).audioRenditions;return t||(t=new me,d(t).media=new WeakRef(e),d(e).audioRenditions=t),t};return e}function we(e,t){if(e?.prototype)return Object.getOwnPropertyDescriptor(e.prototype,`${t}Tracks`)?.get}function Te(e){let t=d(e).videoTracks;if(!t&&(t=new te,d(e).videoTracks=t,xe)){let n=xe.call(e.nativeEl??e);for(let t of n)p(e,t);n.addEventListener(`change`,()=>{t.dispatchEvent(new Event(`change`))}),n.addEventListener(`addtrack`,r=>{if([...t].some(e=>e instanceof le))for(let e of n)m(e);else p(e,r.track)}),n.addEventListener(`removetrack`,e=>{m(e.track)})}return t}function Ee(e){let t=d(e).audioTracks;if(!t&&(t=new ye,d(e).audioTracks=t,Se)){let n=Se.call(e.nativeEl??e);for(let t of n)ge(e,t);n.addEventListener(`change`,()=>{t.dispatchEvent(new Event(`change`))}),n.addEventListener(`addtrack`,r=>{if([...t].some(e=>e instanceof be))for(let e of n)_e(e);else ge(e,r.track)}),n.addEventListener(`removetrack`,e=>{_e(e.track)})}return t}var De=class{addEventListener(){}removeEventListener(){}dispatchEvent(){return!0}},Oe=class extends De{},ke=class extends Oe{constructor(){super(...arguments),this.role=null}},Ae=class{observe(){}unobserve(){}disconnect(){}},je={createElement:function(){return new Me.HTMLElement},createElementNS:function(){return new Me.HTMLElement},addEventListener(){},removeEventListener(){},dispatchEvent(e){return!1}},Me={ResizeObserver:Ae,document:je,Node:Oe,Element:ke,HTMLElement:class extends ke{constructor(){super(...arguments),this.innerHTML=``}get content(){return new Me.DocumentFragment}},DocumentFragment:class extends De{},customElements:{get:function(){},define:function(){},whenDefined:function(){}},localStorage:{getItem(e){return null},setItem(e,t){},removeItem(e){}},CustomEvent:function(){},getComputedStyle:function(){},navigator:{languages:[],get userAgent(){return``}},matchMedia(e){return{matches:!1,media:e}},DOMParser:class{parseFromString(e,t){return{body:{textContent:e}}}}},Ne=`global`in globalThis&&(globalThis==null?void 0:globalThis.global)===globalThis||typeof window>`u`||window.customElements===void 0,Pe=Object.keys(Me).every(e=>e in globalThis),h=Ne&&!Pe?Me:globalThis,g=Ne&&!Pe?je:globalThis.document,_={MEDIA_PLAY_REQUEST:`mediaplayrequest`,MEDIA_PAUSE_REQUEST:`mediapauserequest`,MEDIA_MUTE_REQUEST:`mediamuterequest`,MEDIA_UNMUTE_REQUEST:`mediaunmuterequest`,MEDIA_LOOP_REQUEST:`medialooprequest`,MEDIA_VOLUME_REQUEST:`mediavolumerequest`,MEDIA_SEEK_REQUEST:`mediaseekrequest`,MEDIA_AIRPLAY_REQUEST:`mediaairplayrequest`,MEDIA_ENTER_FULLSCREEN_REQUEST:`mediaenterfullscreenrequest`,MEDIA_EXIT_FULLSCREEN_REQUEST:`mediaexitfullscreenrequest`,MEDIA_PREVIEW_REQUEST:`mediapreviewrequest`,MEDIA_ENTER_PIP_REQUEST:`mediaenterpiprequest`,MEDIA_EXIT_PIP_REQUEST:`mediaexitpiprequest`,MEDIA_ENTER_CAST_REQUEST:`mediaentercastrequest`,MEDIA_EXIT_CAST_REQUEST:`mediaexitcastrequest`,MEDIA_SHOW_TEXT_TRACKS_REQUEST:`mediashowtexttracksrequest`,MEDIA_HIDE_TEXT_TRACKS_REQUEST:`mediahidetexttracksrequest`,MEDIA_SHOW_SUBTITLES_REQUEST:`mediashowsubtitlesrequest`,MEDIA_DISABLE_SUBTITLES_REQUEST:`mediadisablesubtitlesrequest`,MEDIA_TOGGLE_SUBTITLES_REQUEST:`mediatogglesubtitlesrequest`,MEDIA_PLAYBACK_RATE_REQUEST:`mediaplaybackraterequest`,MEDIA_RENDITION_REQUEST:`mediarenditionrequest`,MEDIA_AUDIO_TRACK_REQUEST:`mediaaudiotrackrequest`,MEDIA_SEEK_TO_LIVE_REQUEST:`mediaseektoliverequest`,REGISTER_MEDIA_STATE_RECEIVER:`registermediastatereceiver`,UNREGISTER_MEDIA_STATE_RECEIVER:`unregistermediastatereceiver`},v={MEDIA_CHROME_ATTRIBUTES:`mediachromeattributes`,MEDIA_CONTROLLER:`mediacontroller`},Fe={MEDIA_AIRPLAY_UNAVAILABLE:`mediaAirplayUnavailable`,MEDIA_AUDIO_TRACK_ENABLED:`mediaAudioTrackEnabled`,MEDIA_AUDIO_TRACK_LIST:`mediaAudioTrackList`,MEDIA_AUDIO_TRACK_UNAVAILABLE:`mediaAudioTrackUnavailable`,MEDIA_BUFFERED:`mediaBuffered`,MEDIA_CAST_UNAVAILABLE:`mediaCastUnavailable`,MEDIA_CHAPTERS_CUES:`mediaChaptersCues`,MEDIA_CURRENT_TIME:`mediaCurrentTime`,MEDIA_DURATION:`mediaDuration`,MEDIA_ENDED:`mediaEnded`,MEDIA_ERROR:`mediaError`,MEDIA_ERROR_CODE:`mediaErrorCode`,MEDIA_ERROR_MESSAGE:`mediaErrorMessage`,MEDIA_FULLSCREEN_UNAVAILABLE:`mediaFullscreenUnavailable`,MEDIA_HAS_PLAYED:`mediaHasPlayed`,MEDIA_HEIGHT:`mediaHeight`,MEDIA_IS_AIRPLAYING:`mediaIsAirplaying`,MEDIA_IS_CASTING:`mediaIsCasting`,MEDIA_IS_FULLSCREEN:`mediaIsFullscreen`,MEDIA_IS_PIP:`mediaIsPip`,MEDIA_LOADING:`mediaLoading`,MEDIA_MUTED:`mediaMuted`,MEDIA_LOOP:`mediaLoop`,MEDIA_PAUSED:`mediaPaused`,MEDIA_PIP_UNAVAILABLE:`mediaPipUnavailable`,MEDIA_PLAYBACK_RATE:`mediaPlaybackRate`,MEDIA_PREVIEW_CHAPTER:`mediaPreviewChapter`,MEDIA_PREVIEW_COORDS:`mediaPreviewCoords`,MEDIA_PREVIEW_IMAGE:`mediaPreviewImage`,MEDIA_PREVIEW_TIME:`mediaPreviewTime`,MEDIA_RENDITION_LIST:`mediaRenditionList`,MEDIA_RENDITION_SELECTED:`mediaRenditionSelected`,MEDIA_RENDITION_UNAVAILABLE:`mediaRenditionUnavailable`,MEDIA_SEEKABLE:`mediaSeekable`,MEDIA_STREAM_TYPE:`mediaStreamType`,MEDIA_SUBTITLES_LIST:`mediaSubtitlesList`,MEDIA_SUBTITLES_SHOWING:`mediaSubtitlesShowing`,MEDIA_TARGET_LIVE_WINDOW:`mediaTargetLiveWindow`,MEDIA_TIME_IS_LIVE:`mediaTimeIsLive`,MEDIA_VOLUME:`mediaVolume`,MEDIA_VOLUME_LEVEL:`mediaVolumeLevel`,MEDIA_VOLUME_UNAVAILABLE:`mediaVolumeUnavailable`,MEDIA_LANG:`mediaLang`,MEDIA_WIDTH:`mediaWidth`},Ie=Object.entries(Fe),y=Ie.reduce((e,[t,n])=>(e[t]=n.toLowerCase(),e),{}),Le=Ie.reduce((e,[t,n])=>(e[t]=n.toLowerCase(),e),{USER_INACTIVE_CHANGE:`userinactivechange`,BREAKPOINTS_CHANGE:`breakpointchange`,BREAKPOINTS_COMPUTED:`breakpointscomputed`});Object.entries(Le).reduce((e,[t,n])=>{let r=y[t];return r&&(e[n]=r),e},{userinactivechange:`userinactive`});var Re=Object.entries(y).reduce((e,[t,n])=>{let r=Le[t];return r&&(e[n]=r),e},{userinactive:`userinactivechange`}),ze={SUBTITLES:`subtitles`,CAPTIONS:`captions`,DESCRIPTIONS:`descriptions`,CHAPTERS:`chapters`,METADATA:`metadata`},Be={DISABLED:`disabled`,HIDDEN:`hidden`,SHOWING:`showing`},Ve={MOUSE:`mouse`,PEN:`pen`,TOUCH:`touch`},b={UNAVAILABLE:`unavailable`,UNSUPPORTED:`unsupported`},He={LIVE:`live`,ON_DEMAND:`on-demand`,UNKNOWN:`unknown`},Ue={INLINE:`inline`,FULLSCREEN:`fullscreen`,PICTURE_IN_PICTURE:`picture-in-picture`},We=new WeakMap,Ge=e=>{let t=We.get(e);return t||We.set(e,t=new Set),t},Ke=new h.ResizeObserver(e=>{for(let t of e)for(let e of Ge(t.target))e(t)});function qe(e,t){Ge(e).add(t),Ke.observe(e)}function Je(e,t){let n=Ge(e);n.delete(t),n.size||Ke.unobserve(e)}function x(e){let t={};for(let n of e)t[n.name]=n.value;return t}function Ye(e){return Xe(e)??Qe(e,`media-controller`)}function Xe(e){let{MEDIA_CONTROLLER:t}=v,n=e.getAttribute(t);if(n)return et(e)?.getElementById(n)}var Ze=(e,t)=>!e||!t?!1:e?.contains(t)?!0:Ze(e,t.getRootNode().host),Qe=(e,t)=>e?e.closest(t)||Qe(e.getRootNode().host,t):null;function $e(e=document){let t=e?.activeElement;return t?$e(t.shadowRoot)??t:null}function et(e){let t=(e?.getRootNode)?.call(e);return t instanceof ShadowRoot||t instanceof Document?t:null}function tt(e,{depth:t=3,checkOpacity:n=!0,checkVisibilityCSS:r=!0}={}){if(e.checkVisibility)return e.checkVisibility({checkOpacity:n,checkVisibilityCSS:r});let i=e;for(;i&&t>0;){let e=getComputedStyle(i);if(n&&e.opacity===`0`||r&&e.visibility===`hidden`||e.display===`none`)return!1;i=i.parentElement,t--}return!0}function nt(e,t,n,r){let i=r.x-n.x,a=r.y-n.y,o=i*i+a*a;if(o===0)return 0;let s=((e-n.x)*i+(t-n.y)*a)/o;return Math.max(0,Math.min(1,s))}function S(e,t){return rt(e,e=>e===t)||it(e,t)}function rt(e,t){let n;for(n of e.querySelectorAll(`style:not([media])`)??[]){let e;try{e=n.sheet?.cssRules}catch{continue}for(let n of e??[])if(t(n.selectorText))return n}}function it(e,t){let n=e.querySelectorAll(`style:not([media])`)??[],r=n?.[n.length-1];if(!r?.sheet)return console.warn(`Media Chrome: No style sheet found on style tag of`,e),{style:{setProperty:()=>{},removeProperty:()=>``,getPropertyValue:()=>``}};let i=r?.sheet.insertRule(`${t}{}`,r.sheet.cssRules.length);return r.sheet.cssRules?.[i]}function C(e,t,n=NaN){let r=e.getAttribute(t);return r==null?n:+r}function w(e,t,n){let r=+n;n==null||Number.isNaN(r)?e.hasAttribute(t)&&e.removeAttribute(t):C(e,t,void 0)!==r&&e.setAttribute(t,`${r}`)}function T(e,t){return e.hasAttribute(t)}function E(e,t,n){n==null?e.hasAttribute(t)&&e.removeAttribute(t):T(e,t)!=n&&e.toggleAttribute(t,n)}function D(e,t,n=null){return e.getAttribute(t)??n}function O(e,t,n){if(n==null){e.hasAttribute(t)&&e.removeAttribute(t);return}let r=`${n}`;D(e,t,void 0)!==r&&e.setAttribute(t,r)}var at=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},ot=(e,t,n)=>(at(e,t,`read from private field`),n?n.call(e):t.get(e)),st=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ct=(e,t,n,r)=>(at(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),k;function lt(e){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-gesture-receiver-display, inline-block));
        box-sizing: border-box;
      }
    </style>
  `}var ut=class extends h.HTMLElement{constructor(){if(super(),st(this,k,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[v.MEDIA_CONTROLLER,y.MEDIA_PAUSED]}attributeChangedCallback(e,t,n){var r,i,a,o;e===v.MEDIA_CONTROLLER&&(t&&((i=(r=ot(this,k))?.unassociateElement)==null||i.call(r,this),ct(this,k,null)),n&&this.isConnected&&(ct(this,k,this.getRootNode()?.getElementById(n)),(o=(a=ot(this,k))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;this.tabIndex=-1,this.setAttribute(`aria-hidden`,`true`),ct(this,k,dt(this)),this.getAttribute(v.MEDIA_CONTROLLER)&&((t=(e=ot(this,k))?.associateElement)==null||t.call(e,this)),ot(this,k)&&(ot(this,k).addEventListener(`pointerdown`,this),ot(this,k).addEventListener(`click`,this),ot(this,k).hasAttribute(`tabindex`)||(ot(this,k).tabIndex=0))}disconnectedCallback(){var e,t,n,r;this.getAttribute(v.MEDIA_CONTROLLER)&&((t=(e=ot(this,k))?.unassociateElement)==null||t.call(e,this)),(n=ot(this,k))==null||n.removeEventListener(`pointerdown`,this),(r=ot(this,k))==null||r.removeEventListener(`click`,this),ct(this,k,null)}handleEvent(e){let t=e.composedPath()?.[0];if([`video`,`media-controller`].includes(t?.localName)){if(e.type===`pointerdown`)this._pointerType=e.pointerType;else if(e.type===`click`){let{clientX:t,clientY:n}=e,{left:r,top:i,width:a,height:o}=this.getBoundingClientRect(),s=t-r,c=n-i;if(s<0||c<0||s>a||c>o||a===0&&o===0)return;let l=this._pointerType||`mouse`;if(this._pointerType=void 0,l===Ve.TOUCH){this.handleTap(e);return}if(l===Ve.MOUSE||l===Ve.PEN){this.handleMouseClick(e);return}}}}get mediaPaused(){return T(this,y.MEDIA_PAUSED)}set mediaPaused(e){E(this,y.MEDIA_PAUSED,e)}handleTap(e){}handleMouseClick(e){let t=this.mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new h.CustomEvent(t,{composed:!0,bubbles:!0}))}};k=new WeakMap,ut.shadowRootOptions={mode:`open`},ut.getTemplateHTML=lt;function dt(e){let t=e.getAttribute(v.MEDIA_CONTROLLER);return t?e.getRootNode()?.getElementById(t):Qe(e,`media-controller`)}h.customElements.get(`media-gesture-receiver`)||h.customElements.define(`media-gesture-receiver`,ut);var ft=ut,pt={en:{"Start airplay":`Start airplay`,"Stop airplay":`Stop airplay`,Audio:`Audio`,Captions:`Captions`,"Enable captions":`Enable captions`,"Disable captions":`Disable captions`,"Start casting":`Start casting`,"Stop casting":`Stop casting`,"Enter fullscreen mode":`Enter fullscreen mode`,"Exit fullscreen mode":`Exit fullscreen mode`,Mute:`Mute`,Unmute:`Unmute`,Loop:`Loop`,"Enter picture in picture mode":`Enter picture in picture mode`,"Exit picture in picture mode":`Exit picture in picture mode`,Play:`Play`,Pause:`Pause`,"Playback rate":`Playback rate`,"Playback rate {playbackRate}":`Playback rate {playbackRate}`,Quality:`Quality`,"Seek backward":`Seek backward`,"Seek forward":`Seek forward`,Settings:`Settings`,Auto:`Auto`,"audio player":`audio player`,"video player":`video player`,volume:`volume`,seek:`seek`,"closed captions":`closed captions`,"current playback rate":`current playback rate`,"playback time":`playback time`,"media loading":`media loading`,settings:`settings`,"audio tracks":`audio tracks`,quality:`quality`,play:`play`,pause:`pause`,mute:`mute`,unmute:`unmute`,"chapter: {chapterName}":`chapter: {chapterName}`,live:`live`,Off:`Off`,"start airplay":`start airplay`,"stop airplay":`stop airplay`,"start casting":`start casting`,"stop casting":`stop casting`,"enter fullscreen mode":`enter fullscreen mode`,"exit fullscreen mode":`exit fullscreen mode`,"enter picture in picture mode":`enter picture in picture mode`,"exit picture in picture mode":`exit picture in picture mode`,"seek to live":`seek to live`,"playing live":`playing live`,"seek back {seekOffset} seconds":`seek back {seekOffset} seconds`,"seek forward {seekOffset} seconds":`seek forward {seekOffset} seconds`,"Network Error":`Network Error`,"Decode Error":`Decode Error`,"Source Not Supported":`Source Not Supported`,"Encryption Error":`Encryption Error`,"A network error caused the media download to fail.":`A network error caused the media download to fail.`,"A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":`A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.`,"An unsupported error occurred. The server or network failed, or your browser does not support this format.":`An unsupported error occurred. The server or network failed, or your browser does not support this format.`,"The media is encrypted and there are no keys to decrypt it.":`The media is encrypted and there are no keys to decrypt it.`,hour:`hour`,hours:`hours`,minute:`minute`,minutes:`minutes`,second:`second`,seconds:`seconds`,"{time} remaining":`{time} remaining`,"{currentTime} of {totalTime}":`{currentTime} of {totalTime}`,"video not loaded, unknown time.":`video not loaded, unknown time.`}},mt=globalThis.navigator?.language||`en`,ht=e=>{mt=e},gt=e=>{let[t]=mt.split(`-`);return pt[mt]?.[e]||pt[t]?.[e]||pt.en?.[e]||e},_t=()=>{let[e]=mt.split(`-`);return pt[mt]?mt:pt[e]?e:`en`},A=(e,t={})=>gt(e).replace(/\{(\w+)\}/g,(e,n)=>n in t?String(t[n]):`{${n}}`),vt=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},j=(e,t,n)=>(vt(e,t,`read from private field`),n?n.call(e):t.get(e)),M=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},yt=(e,t,n,r)=>(vt(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),bt=(e,t,n)=>(vt(e,t,`access private method`),n),xt,St,Ct,wt,Tt,Et,Dt,Ot,kt,At,jt,Mt,Nt,Pt,Ft,It,Lt,Rt,zt,Bt,N={AUDIO:`audio`,AUTOHIDE:`autohide`,BREAKPOINTS:`breakpoints`,GESTURES_DISABLED:`gesturesdisabled`,KEYBOARD_CONTROL:`keyboardcontrol`,NO_AUTOHIDE:`noautohide`,USER_INACTIVE:`userinactive`,AUTOHIDE_OVER_CONTROLS:`autohideovercontrols`};function Vt(e){return`
    <style>
      
      :host([${y.MEDIA_IS_FULLSCREEN}]) ::slotted([slot=media]) {
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

      :host(:not([${N.AUDIO}])) [part~=layer]:not([part~=media-layer]) {
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

      
      :host([${N.AUDIO}]) slot[name=media] {
        display: var(--media-slot-display, none);
      }

      
      :host([${N.AUDIO}]) [part~=layer][part~=gesture-layer] {
        height: 0;
        display: block;
      }

      
      :host(:not([${N.AUDIO}])[${N.GESTURES_DISABLED}]) ::slotted([slot=gestures-chrome]),
          :host(:not([${N.AUDIO}])[${N.GESTURES_DISABLED}]) media-gesture-receiver[slot=gestures-chrome] {
        display: none;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not(media-loading-indicator):not([role=dialog]):not([hidden])) {
        pointer-events: auto;
      }

      :host(:not([${N.AUDIO}])) *[part~=layer][part~=centered-layer] {
        align-items: center;
        justify-content: center;
      }

      :host(:not([${N.AUDIO}])) ::slotted(media-gesture-receiver[slot=gestures-chrome]),
      :host(:not([${N.AUDIO}])) media-gesture-receiver[slot=gestures-chrome] {
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

      
      :host(:not([${N.AUDIO}])) .spacer {
        flex-grow: 1;
      }

      
      :host(:-webkit-full-screen) {
        
        width: 100% !important;
        height: 100% !important;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not([${N.NO_AUTOHIDE}]):not([hidden]):not([role=dialog])) {
        opacity: 1;
        transition: var(--media-control-transition-in, opacity 0.25s);
      }

      
      :host([${N.USER_INACTIVE}]:not([${y.MEDIA_PAUSED}]):not([${y.MEDIA_IS_AIRPLAYING}]):not([${y.MEDIA_IS_CASTING}]):not([${N.AUDIO}])) ::slotted(:not([slot=media]):not([slot=poster]):not([${N.NO_AUTOHIDE}]):not([role=dialog])) {
        opacity: 0;
        transition: var(--media-control-transition-out, opacity 1s);
      }

      :host([${N.USER_INACTIVE}]:not([${N.NO_AUTOHIDE}]):not([${y.MEDIA_PAUSED}]):not([${y.MEDIA_IS_CASTING}]):not([${N.AUDIO}])) ::slotted([slot=media]) {
        cursor: none;
      }

      :host([${N.USER_INACTIVE}][${N.AUTOHIDE_OVER_CONTROLS}]:not([${N.NO_AUTOHIDE}]):not([${y.MEDIA_PAUSED}]):not([${y.MEDIA_IS_CASTING}]):not([${N.AUDIO}])) * {
        --media-cursor: none;
        cursor: none;
      }


      ::slotted(media-control-bar)  {
        align-self: stretch;
      }

      
      
      :host(:not([${N.AUDIO}])[${y.MEDIA_HAS_PLAYED}]) slot[name=poster],
      :host(:not([${N.AUDIO}])[${y.MEDIA_STREAM_TYPE}="${He.ON_DEMAND}"][${y.MEDIA_CURRENT_TIME}]:not([${y.MEDIA_CURRENT_TIME}="0"])) slot[name=poster] {
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
        <template shadowrootmode="${ft.shadowRootOptions.mode}">
          ${ft.getTemplateHTML({})}
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
  `}var Ht=Object.values(y),Ut=`sm:384 md:576 lg:768 xl:960`;function Wt(e){Gt(e.target,e.contentRect.width)}function Gt(e,t){if(!e.isConnected)return;let n=Kt(e.getAttribute(N.BREAKPOINTS)??Ut),r=qt(n,t),i=!1;if(Object.keys(n).forEach(t=>{r.includes(t)?e.hasAttribute(`breakpoint${t}`)||(e.setAttribute(`breakpoint${t}`,``),i=!0):e.hasAttribute(`breakpoint${t}`)&&(e.removeAttribute(`breakpoint${t}`),i=!0)}),i){let t=new CustomEvent(Le.BREAKPOINTS_CHANGE,{detail:r});e.dispatchEvent(t)}e.breakpointsComputed||(e.breakpointsComputed=!0,e.dispatchEvent(new CustomEvent(Le.BREAKPOINTS_COMPUTED,{bubbles:!0,composed:!0})))}function Kt(e){let t=e.split(/\s+/);return Object.fromEntries(t.map(e=>e.split(`:`)))}function qt(e,t){return Object.keys(e).filter(n=>t>=parseInt(e[n]))}var Jt=class extends h.HTMLElement{constructor(){if(super(),M(this,kt),M(this,jt),M(this,Nt),M(this,Ft),M(this,Lt),M(this,xt,void 0),M(this,St,0),M(this,Ct,null),M(this,wt,null),M(this,Tt,void 0),this.breakpointsComputed=!1,M(this,Et,e=>{let t=this.media;for(let n of e){if(n.type!==`childList`)continue;let e=n.removedNodes;for(let r of e){if(r.slot!=`media`||n.target!=this)continue;let e=n.previousSibling&&n.previousSibling.previousElementSibling;if(!e||!t)this.mediaUnsetCallback(r);else{let t=e.slot!==`media`;for(;(e=e.previousSibling)!==null;)e.slot==`media`&&(t=!1);t&&this.mediaUnsetCallback(r)}}if(t)for(let e of n.addedNodes)e===t&&this.handleMediaUpdated(t)}}),M(this,Dt,!1),M(this,Ot,e=>{j(this,Dt)||(setTimeout(()=>{Wt(e),yt(this,Dt,!1)},0),yt(this,Dt,!0))}),M(this,zt,void 0),M(this,Bt,()=>{j(this,zt).assignedElements({flatten:!0}).length?this.handleMediaUpdated(this.media):j(this,Ct)&&this.mediaUnsetCallback(j(this,Ct))}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}yt(this,xt,new MutationObserver(j(this,Et)))}static get observedAttributes(){return[N.AUTOHIDE,N.GESTURES_DISABLED].concat(Ht).filter(e=>![y.MEDIA_RENDITION_LIST,y.MEDIA_AUDIO_TRACK_LIST,y.MEDIA_CHAPTERS_CUES,y.MEDIA_WIDTH,y.MEDIA_HEIGHT,y.MEDIA_ERROR,y.MEDIA_ERROR_MESSAGE].includes(e))}attributeChangedCallback(e,t,n){e.toLowerCase()==N.AUTOHIDE&&(this.autohide=n)}get media(){let e=this.querySelector(`:scope > [slot=media]`);return e?.nodeName==`SLOT`&&(e=e.assignedElements({flatten:!0})[0]),e}async handleMediaUpdated(e){e&&(yt(this,Ct,e),e.localName.includes(`-`)&&await h.customElements.whenDefined(e.localName),this.mediaSetCallback(e))}connectedCallback(){var e;j(this,xt).observe(this,{childList:!0,subtree:!0}),qe(this,j(this,Ot));let t=this.getAttribute(N.AUDIO)==null?A(`video player`):A(`audio player`);this.setAttribute(`role`,`region`),this.setAttribute(`aria-label`,t),this.handleMediaUpdated(this.media),this.setAttribute(N.USER_INACTIVE,``),Gt(this,this.getBoundingClientRect().width);let n=this.querySelector(`:scope > slot[slot=media]`);n&&(yt(this,zt,n),j(this,zt).addEventListener(`slotchange`,j(this,Bt))),this.addEventListener(`pointerdown`,this),this.addEventListener(`pointermove`,this),this.addEventListener(`pointerup`,this),this.addEventListener(`mouseleave`,this),this.addEventListener(`keyup`,this),(e=h.window)==null||e.addEventListener(`mouseup`,this)}disconnectedCallback(){var e;Je(this,j(this,Ot)),clearTimeout(j(this,wt)),j(this,xt).disconnect(),this.media&&this.mediaUnsetCallback(this.media),(e=h.window)==null||e.removeEventListener(`mouseup`,this),this.removeEventListener(`pointerdown`,this),this.removeEventListener(`pointermove`,this),this.removeEventListener(`pointerup`,this),this.removeEventListener(`mouseleave`,this),this.removeEventListener(`keyup`,this),j(this,zt)&&(j(this,zt).removeEventListener(`slotchange`,j(this,Bt)),yt(this,zt,null)),yt(this,Dt,!1)}mediaSetCallback(e){}mediaUnsetCallback(e){yt(this,Ct,null)}handleEvent(e){switch(e.type){case`pointerdown`:yt(this,St,e.timeStamp);break;case`pointermove`:bt(this,kt,At).call(this,e);break;case`pointerup`:bt(this,jt,Mt).call(this,e);break;case`mouseleave`:bt(this,Nt,Pt).call(this);break;case`mouseup`:this.removeAttribute(N.KEYBOARD_CONTROL);break;case`keyup`:bt(this,Lt,Rt).call(this),this.setAttribute(N.KEYBOARD_CONTROL,``)}}set autohide(e){let t=Number(e);yt(this,Tt,isNaN(t)?0:t)}get autohide(){return(j(this,Tt)===void 0?2:j(this,Tt)).toString()}get breakpoints(){return D(this,N.BREAKPOINTS)}set breakpoints(e){O(this,N.BREAKPOINTS,e)}get audio(){return T(this,N.AUDIO)}set audio(e){E(this,N.AUDIO,e)}get gesturesDisabled(){return T(this,N.GESTURES_DISABLED)}set gesturesDisabled(e){E(this,N.GESTURES_DISABLED,e)}get keyboardControl(){return T(this,N.KEYBOARD_CONTROL)}set keyboardControl(e){E(this,N.KEYBOARD_CONTROL,e)}get noAutohide(){return T(this,N.NO_AUTOHIDE)}set noAutohide(e){E(this,N.NO_AUTOHIDE,e)}get autohideOverControls(){return T(this,N.AUTOHIDE_OVER_CONTROLS)}set autohideOverControls(e){E(this,N.AUTOHIDE_OVER_CONTROLS,e)}get userInteractive(){return T(this,N.USER_INACTIVE)}set userInteractive(e){E(this,N.USER_INACTIVE,e)}};xt=new WeakMap,St=new WeakMap,Ct=new WeakMap,wt=new WeakMap,Tt=new WeakMap,Et=new WeakMap,Dt=new WeakMap,Ot=new WeakMap,kt=new WeakSet,At=function(e){if(e.pointerType!==`mouse`&&e.timeStamp-j(this,St)<250)return;bt(this,Ft,It).call(this),clearTimeout(j(this,wt));let t=this.hasAttribute(N.AUTOHIDE_OVER_CONTROLS);([this,this.media].includes(e.target)||t)&&bt(this,Lt,Rt).call(this)},jt=new WeakSet,Mt=function(e){if(e.pointerType===`touch`){let t=!this.hasAttribute(N.USER_INACTIVE);[this,this.media].includes(e.target)&&t?bt(this,Nt,Pt).call(this):bt(this,Lt,Rt).call(this)}else e.composedPath().some(e=>[`media-play-button`,`media-fullscreen-button`].includes(e?.localName))&&bt(this,Lt,Rt).call(this)},Nt=new WeakSet,Pt=function(){if(j(this,Tt)<0||this.hasAttribute(N.USER_INACTIVE))return;this.setAttribute(N.USER_INACTIVE,``);let e=new h.CustomEvent(Le.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!0});this.dispatchEvent(e)},Ft=new WeakSet,It=function(){if(!this.hasAttribute(N.USER_INACTIVE))return;this.removeAttribute(N.USER_INACTIVE);let e=new h.CustomEvent(Le.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!1});this.dispatchEvent(e)},Lt=new WeakSet,Rt=function(){bt(this,Ft,It).call(this),clearTimeout(j(this,wt));let e=parseInt(this.autohide);e<0||yt(this,wt,setTimeout(()=>{bt(this,Nt,Pt).call(this)},e*1e3))},zt=new WeakMap,Bt=new WeakMap,Jt.shadowRootOptions={mode:`open`},Jt.getTemplateHTML=Vt,h.customElements.get(`media-container`)||h.customElements.define(`media-container`,Jt);var Yt=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Xt=(e,t,n)=>(Yt(e,t,`read from private field`),n?n.call(e):t.get(e)),Zt=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Qt=(e,t,n,r)=>(Yt(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),$t=(e,t,n)=>(Yt(e,t,`access private method`),n),en,tn,nn,rn,an,on,sn,cn,ln,un,dn,fn,pn,mn,hn;function gn(e){return`
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
  `}function _n(e){return`
    <slot id="content"></slot>
  `}var vn={OPEN:`open`,ANCHOR:`anchor`},yn=class extends h.HTMLElement{constructor(){super(),Zt(this,rn),Zt(this,on),Zt(this,cn),Zt(this,un),Zt(this,fn),Zt(this,mn),Zt(this,en,!1),Zt(this,tn,null),Zt(this,nn,null)}static get observedAttributes(){return[vn.OPEN,vn.ANCHOR]}get open(){return T(this,vn.OPEN)}set open(e){E(this,vn.OPEN,e)}handleEvent(e){switch(e.type){case`invoke`:$t(this,un,dn).call(this,e);break;case`focusout`:$t(this,fn,pn).call(this,e);break;case`keydown`:$t(this,mn,hn).call(this,e)}}connectedCallback(){$t(this,rn,an).call(this),this.role||=`dialog`,this.addEventListener(`invoke`,this),this.addEventListener(`focusout`,this),this.addEventListener(`keydown`,this)}disconnectedCallback(){this.removeEventListener(`invoke`,this),this.removeEventListener(`focusout`,this),this.removeEventListener(`keydown`,this)}attributeChangedCallback(e,t,n){$t(this,rn,an).call(this),e===vn.OPEN&&n!==t&&(this.open?$t(this,on,sn).call(this):$t(this,cn,ln).call(this))}focus(){Qt(this,tn,$e());let e=!this.dispatchEvent(new Event(`focus`,{composed:!0,cancelable:!0})),t=!this.dispatchEvent(new Event(`focusin`,{composed:!0,bubbles:!0,cancelable:!0}));e||t||this.querySelector(`[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]`)?.focus()}get keysUsed(){return[`Escape`,`Tab`]}};en=new WeakMap,tn=new WeakMap,nn=new WeakMap,rn=new WeakSet,an=function(){if(!Xt(this,en)&&(Qt(this,en,!0),!this.shadowRoot)){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e),queueMicrotask(()=>{let{style:e}=S(this.shadowRoot,`:host`);e.setProperty(`transition`,`display .15s, visibility .15s, opacity .15s ease-in, transform .15s ease-in`)})}},on=new WeakSet,sn=function(){var e;(e=Xt(this,nn))==null||e.setAttribute(`aria-expanded`,`true`),this.dispatchEvent(new Event(`open`,{composed:!0,bubbles:!0})),this.addEventListener(`transitionend`,()=>this.focus(),{once:!0})},cn=new WeakSet,ln=function(){var e;(e=Xt(this,nn))==null||e.setAttribute(`aria-expanded`,`false`),this.dispatchEvent(new Event(`close`,{composed:!0,bubbles:!0}))},un=new WeakSet,dn=function(e){Qt(this,nn,e.relatedTarget),Ze(this,e.relatedTarget)||(this.open=!this.open)},fn=new WeakSet,pn=function(e){var t;Ze(this,e.relatedTarget)||((t=Xt(this,tn))==null||t.focus(),Xt(this,nn)&&Xt(this,nn)!==e.relatedTarget&&this.open&&(this.open=!1))},mn=new WeakSet,hn=function(e){var t,n,r,i,a;let{key:o,ctrlKey:s,altKey:c,metaKey:l}=e;s||c||l||this.keysUsed.includes(o)&&(e.preventDefault(),e.stopPropagation(),o===`Tab`?(e.shiftKey?(n=(t=this.previousElementSibling)?.focus)==null||n.call(t):(i=(r=this.nextElementSibling)?.focus)==null||i.call(r),this.blur()):o===`Escape`&&((a=Xt(this,tn))==null||a.focus(),this.open=!1))},yn.shadowRootOptions={mode:`open`},yn.getTemplateHTML=gn,yn.getSlotTemplateHTML=_n,h.customElements.get(`media-chrome-dialog`)||h.customElements.define(`media-chrome-dialog`,yn);var bn=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},xn=(e,t,n)=>(bn(e,t,`read from private field`),n?n.call(e):t.get(e)),Sn=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Cn,wn,Tn={HOTKEYS:`hotkeys`},En=[{keys:[{key:` `,label:`Space`},{key:`k`}],description:`Toggle Playback`},{keys:[{key:`m`}],description:`Toggle mute`},{keys:[{key:`f`}],description:`Toggle fullscreen`},{keys:[{key:`c`}],description:`Toggle captions or subtitles, if available`},{keys:[{key:`p`}],description:`Toggle Picture in Picture`},{keys:[{key:`ArrowLeft`,label:`←`},{key:`j`}],description:`Seek back 10s`},{keys:[{key:`ArrowRight`,label:`→`},{key:`l`}],description:`Seek forward 10s`},{keys:[{key:`ArrowUp`,label:`↑`}],description:`Turn volume up`},{keys:[{key:`ArrowDown`,label:`↓`}],description:`Turn volume down`},{keys:[{key:`<`,label:`< (SHIFT+,)`}],description:`Decrease playback rate`},{keys:[{key:`>`,label:`> (SHIFT+.)`}],description:`Increase playback rate`},{keys:[{key:`shift+/`,label:`SHIFT+/`}],description:`Show keyboard shortcuts`}];function Dn(e){return e===` `?`nospace`:`no${e.toLowerCase()}`}function On(e){let t=new Set(e?.split(/\s+/));return En.map(({keys:e,description:n})=>({keys:e.filter(({key:e})=>!t.has(Dn(e))),description:n})).filter(({keys:e})=>e.length)}function kn(e){return`
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
      ${An(e[Tn.HOTKEYS])}
    </slot>
  `}function An(e){return`
    <h2>Keyboard Shortcuts</h2>
    <table class="shortcuts-table">${On(e).map(({keys:e,description:t})=>`
        <tr>
          <td>
            <div class="key-combo">${e.map(({key:e,label:t=e},n)=>n>0?`<span class="key-separator">or</span><span class="key">${t}</span>`:`<span class="key">${t}</span>`).join(``)}</div>
          </td>
          <td class="description">${t}</td>
        </tr>
      `).join(``)}</table>
  `}var jn=class extends yn{constructor(){super(...arguments),Sn(this,Cn,e=>{if(!this.open)return;let t=this.shadowRoot?.querySelector(`#content`);if(!t)return;let n=e.composedPath(),r=n[0]===this||n.includes(this),i=n.includes(t);r&&!i&&(this.open=!1)}),Sn(this,wn,e=>{if(!this.open)return;let t=e.shiftKey&&(e.key===`/`||e.key===`?`);e.key!==`Escape`&&!t||e.ctrlKey||e.altKey||e.metaKey||(this.open=!1,e.preventDefault(),e.stopPropagation())})}static get observedAttributes(){return[...super.observedAttributes,Tn.HOTKEYS]}get hotkeys(){return D(this,Tn.HOTKEYS)??void 0}set hotkeys(e){O(this,Tn.HOTKEYS,e)}connectedCallback(){super.connectedCallback(),this.open&&(this.addEventListener(`click`,xn(this,Cn)),document.addEventListener(`keydown`,xn(this,wn)))}disconnectedCallback(){this.removeEventListener(`click`,xn(this,Cn)),document.removeEventListener(`keydown`,xn(this,wn))}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),e===`open`)this.open?(this.addEventListener(`click`,xn(this,Cn)),document.addEventListener(`keydown`,xn(this,wn))):(this.removeEventListener(`click`,xn(this,Cn)),document.removeEventListener(`keydown`,xn(this,wn)));else if(e===Tn.HOTKEYS&&n!==t){let e=this.shadowRoot?.querySelector(`#content`);e&&(e.innerHTML=An(n))}}};Cn=new WeakMap,wn=new WeakMap,jn.getSlotTemplateHTML=kn,h.customElements.get(`media-keyboard-shortcuts-dialog`)||h.customElements.define(`media-keyboard-shortcuts-dialog`,jn);var Mn=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},P=(e,t,n)=>(Mn(e,t,`read from private field`),n?n.call(e):t.get(e)),Nn=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Pn=(e,t,n,r)=>(Mn(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Fn,In,Ln,Rn,zn,Bn,Vn=class{constructor(e,t,{defaultValue:n}={defaultValue:void 0}){Nn(this,zn),Nn(this,Fn,void 0),Nn(this,In,void 0),Nn(this,Ln,void 0),Nn(this,Rn,new Set),Pn(this,Fn,e),Pn(this,In,t),Pn(this,Ln,new Set(n))}[Symbol.iterator](){return P(this,zn,Bn).values()}get length(){return P(this,zn,Bn).size}get value(){return[...P(this,zn,Bn)].join(` `)??``}set value(e){e!==this.value&&(Pn(this,Rn,new Set),this.add(...e?.split(` `)??[]))}toString(){return this.value}item(e){return[...P(this,zn,Bn)][e]}values(){return P(this,zn,Bn).values()}forEach(e,t){P(this,zn,Bn).forEach(e,t)}add(...e){var t;e.forEach(e=>P(this,Rn).add(e)),this.value===``&&!P(this,Fn)?.hasAttribute(`${P(this,In)}`)||(t=P(this,Fn))==null||t.setAttribute(`${P(this,In)}`,`${this.value}`)}remove(...e){var t;e.forEach(e=>P(this,Rn).delete(e)),(t=P(this,Fn))==null||t.setAttribute(`${P(this,In)}`,`${this.value}`)}contains(e){return P(this,zn,Bn).has(e)}toggle(e,t){return t===void 0?this.contains(e)?(this.remove(e),!1):(this.add(e),!0):t?(this.add(e),!0):(this.remove(e),!1)}replace(e,t){return this.remove(e),this.add(t),e===t}};Fn=new WeakMap,In=new WeakMap,Ln=new WeakMap,Rn=new WeakMap,zn=new WeakSet,Bn=function(){return P(this,Rn).size?P(this,Rn):P(this,Ln)};function Hn(e){return e?.map(Wn).join(` `)}function Un(e){return e?.split(/\s+/).map(Gn)}function Wn(e){if(e){let{id:t,width:n,height:r}=e;return[t,n,r].filter(e=>e!=null).join(`:`)}}function Gn(e){if(e){let[t,n,r]=e.split(`:`);return{id:t,width:+n,height:+r}}}function Kn(e){return e?.map(Jn).join(` `)}function qn(e){return e?.split(/\s+/).map(Yn)}function Jn(e){if(e){let{id:t,kind:n,language:r,label:i}=e;return[t,n,r,i].filter(e=>e!=null).join(`:`)}}function Yn(e){if(e){let[t,n,r,i]=e.split(`:`);return{id:t,kind:n,language:r,label:i}}}function Xn(e){return typeof e==`number`&&!Number.isNaN(e)&&Number.isFinite(e)}var Zn=e=>new Promise(t=>setTimeout(t,e)),Qn=(e=``)=>e.split(/\s+/),$n=(e=``)=>{let[t,n,r]=e.split(`:`),i=r?decodeURIComponent(r):void 0;return{kind:t===`cc`?ze.CAPTIONS:ze.SUBTITLES,language:n,label:i}},er=(e=``,t={})=>Qn(e).map(e=>{let n=$n(e);return{...t,...n}}),tr=e=>e?Array.isArray(e)?e.map(e=>typeof e==`string`?$n(e):e):typeof e==`string`?er(e):[e]:[],nr=({kind:e,label:t,language:n}={kind:`subtitles`})=>t?`${e===`captions`?`cc`:`sb`}:${n}:${encodeURIComponent(t)}`:n,rr=(e=[])=>Array.prototype.map.call(e,nr).join(` `),ir=(e,t)=>n=>n[e]===t,ar=e=>{let t=Object.entries(e).map(([e,t])=>ir(e,t));return e=>t.every(t=>t(e))},or=(e,t=[],n=[])=>{let r=tr(n).map(ar);Array.from(t).filter(e=>r.some(t=>t(e))).forEach(t=>{t.mode=e})},sr=(e,t=()=>!0)=>{if(!e?.textTracks)return[];let n=typeof t==`function`?t:ar(t);return Array.from(e.textTracks).filter(n)},cr=e=>!!e.mediaSubtitlesShowing?.length||e.hasAttribute(y.MEDIA_SUBTITLES_SHOWING),lr=e=>{let{media:t,fullscreenElement:n}=e;try{let e=n&&`requestFullscreen`in n?`requestFullscreen`:n&&`webkitRequestFullScreen`in n?`webkitRequestFullScreen`:void 0;if(e){let t=n[e]?.call(n);if(t instanceof Promise)return t.catch(()=>{})}else t?.webkitEnterFullscreen?t.webkitEnterFullscreen():t?.requestFullscreen&&t.requestFullscreen()}catch(e){console.error(e)}},ur=`exitFullscreen`in g?`exitFullscreen`:`webkitExitFullscreen`in g?`webkitExitFullscreen`:`webkitCancelFullScreen`in g?`webkitCancelFullScreen`:void 0,dr=e=>{let{documentElement:t}=e;if(ur){let e=(t?.[ur])?.call(t);if(e instanceof Promise)return e.catch(()=>{})}},fr=`fullscreenElement`in g?`fullscreenElement`:`webkitFullscreenElement`in g?`webkitFullscreenElement`:void 0,pr=e=>{let{documentElement:t,media:n}=e,r=t?.[fr];return!r&&`webkitDisplayingFullscreen`in n&&`webkitPresentationMode`in n&&n.webkitDisplayingFullscreen&&n.webkitPresentationMode===Ue.FULLSCREEN?n:r},mr=e=>{let{media:t,documentElement:n,fullscreenElement:r=t}=e;if(!t||!n)return!1;let i=pr(e);if(!i)return!1;if(i===r||i===t)return!0;if(i.localName.includes(`-`)){let e=i.shadowRoot;if(!(fr in e))return Ze(i,r);for(;e?.[fr];){if(e[fr]===r)return!0;e=e[fr]?.shadowRoot}}return!1},hr=`fullscreenEnabled`in g?`fullscreenEnabled`:`webkitFullscreenEnabled`in g?`webkitFullscreenEnabled`:void 0,gr=e=>{let{documentElement:t,media:n}=e;return!!t?.[hr]||n&&`webkitSupportsFullscreen`in n},_r,vr=()=>{var e;return _r||(_r=((e=g)?.createElement)?.call(e,`video`),_r)},yr=async(e=vr())=>{if(!e)return!1;let t=e.volume;e.volume=t/2+.1;let n=new AbortController,r=await Promise.race([br(e,n.signal),xr(e,t)]);return n.abort(),r},br=(e,t)=>new Promise(n=>{e.addEventListener(`volumechange`,()=>n(!0),{signal:t})}),xr=async(e,t)=>{for(let n=0;n<10;n++){if(e.volume===t)return!1;await Zn(10)}return e.volume!==t},Sr=/.*Version\/.*Safari\/.*/.test(h.navigator.userAgent),Cr=(e=vr())=>h.matchMedia(`(display-mode: standalone)`).matches&&Sr?!1:typeof e?.requestPictureInPicture==`function`,wr=(e=vr())=>gr({documentElement:g,media:e}),Tr=wr(),Er=Cr(),Dr=!!h.WebKitPlaybackTargetAvailabilityEvent,Or=!!h.chrome,kr=e=>sr(e.media,e=>[ze.SUBTITLES,ze.CAPTIONS].includes(e.kind)).sort((e,t)=>e.kind>=t.kind?1:-1),Ar=e=>sr(e.media,e=>e.mode===Be.SHOWING&&[ze.SUBTITLES,ze.CAPTIONS].includes(e.kind)),jr=(e,t)=>{let n=kr(e),r=Ar(e),i=!!r.length;if(n.length){if(t===!1||i&&t!==!0)or(Be.DISABLED,n,r);else if(t===!0||!i&&t!==!1){let t=n[0],{options:i}=e;if(!i?.noSubtitlesLangPref){let e=h.localStorage.getItem(`media-chrome-pref-subtitles-lang`),r=e?[e,...h.navigator.languages]:h.navigator.languages,i=n.filter(e=>r.some(t=>e.language.toLowerCase().startsWith(t.split(`-`)[0]))).sort((e,t)=>r.findIndex(t=>e.language.toLowerCase().startsWith(t.split(`-`)[0]))-r.findIndex(e=>t.language.toLowerCase().startsWith(e.split(`-`)[0])));i[0]&&(t=i[0])}let{language:a,label:o,kind:s}=t;or(Be.DISABLED,n,r),or(Be.SHOWING,n,[{language:a,label:o,kind:s}])}}},Mr=(e,t)=>e===t?!0:e==null||t==null||typeof e!=typeof t?!1:typeof e==`number`&&Number.isNaN(e)&&Number.isNaN(t)?!0:typeof e==`object`?Array.isArray(e)?Nr(e,t):Object.entries(e).every(([e,n])=>e in t&&Mr(n,t[e])):!1,Nr=(e,t)=>{let n=Array.isArray(e),r=Array.isArray(t);return n===r?n||r?e.length===t.length&&e.every((e,n)=>Mr(e,t[n])):!0:!1},Pr=Object.values(He),Fr,Ir=yr().then(e=>(Fr=e,Fr)),Lr=async(...e)=>{await Promise.all(e.filter(e=>e).map(async e=>{if(!(`localName`in e&&e instanceof h.HTMLElement))return;let t=e.localName;if(!t.includes(`-`))return;let n=h.customElements.get(t);n&&e instanceof n||(await h.customElements.whenDefined(t),h.customElements.upgrade(e))}))},Rr=new h.DOMParser,zr=e=>e&&(Rr.parseFromString(e,`text/html`).body.textContent||e),Br={mediaError:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error},mediaEvents:[`emptied`,`error`,`playing`]},mediaErrorCode:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error?.code},mediaEvents:[`emptied`,`error`,`playing`]},mediaErrorMessage:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error?.message??``},mediaEvents:[`emptied`,`error`,`playing`]},mediaWidth:{get(e){let{media:t}=e;return t?.videoWidth??0},mediaEvents:[`resize`]},mediaHeight:{get(e){let{media:t}=e;return t?.videoHeight??0},mediaEvents:[`resize`]},mediaPaused:{get(e){let{media:t}=e;return t?.paused??!0},set(e,t){var n;let{media:r}=t;r&&(e?r.pause():(n=r.play())==null||n.catch(()=>{}))},mediaEvents:[`play`,`playing`,`pause`,`emptied`]},mediaHasPlayed:{get(e,t){let{media:n}=e;return n?t?t.type===`playing`:!n.paused:!1},mediaEvents:[`playing`,`emptied`]},mediaEnded:{get(e){let{media:t}=e;return t?.ended??!1},mediaEvents:[`seeked`,`ended`,`emptied`]},mediaPlaybackRate:{get(e){let{media:t}=e;return t?.playbackRate??1},set(e,t){let{media:n}=t;n&&Number.isFinite(+e)&&(n.playbackRate=+e)},mediaEvents:[`ratechange`,`loadstart`]},mediaMuted:{get(e){let{media:t}=e;return t?.muted??!1},set(e,t){let{media:n,options:{noMutedPref:r}={}}=t;if(n){n.muted=e;try{let t=h.localStorage.getItem(`media-chrome-pref-muted`)!==null,i=n.hasAttribute(`muted`);if(r){t&&h.localStorage.removeItem(`media-chrome-pref-muted`);return}if(i&&!t)return;h.localStorage.setItem(`media-chrome-pref-muted`,e?`true`:`false`)}catch(e){console.debug(`Error setting muted pref`,e)}}},mediaEvents:[`volumechange`],stateOwnersUpdateHandlers:[(e,t)=>{let{options:{noMutedPref:n}}=t,{media:r}=t;if(!(!r||r.muted||n))try{let n=h.localStorage.getItem(`media-chrome-pref-muted`)===`true`;Br.mediaMuted.set(n,t),e(n)}catch(e){console.debug(`Error getting muted pref`,e)}}]},mediaLoop:{get(e){let{media:t}=e;return t?.loop},set(e,t){let{media:n}=t;n&&(n.loop=e)},mediaEvents:[`medialooprequest`]},mediaVolume:{get(e){let{media:t}=e;return t?.volume??1},set(e,t){let{media:n,options:{noVolumePref:r}={}}=t;if(n){try{e==null?h.localStorage.removeItem(`media-chrome-pref-volume`):!n.hasAttribute(`muted`)&&!r&&h.localStorage.setItem(`media-chrome-pref-volume`,e.toString())}catch(e){console.debug(`Error setting volume pref`,e)}Number.isFinite(+e)&&(n.volume=+e)}},mediaEvents:[`volumechange`],stateOwnersUpdateHandlers:[(e,t)=>{let{options:{noVolumePref:n}}=t;if(!n)try{let{media:n}=t;if(!n)return;let r=h.localStorage.getItem(`media-chrome-pref-volume`);if(r==null)return;Br.mediaVolume.set(+r,t),e(+r)}catch(e){console.debug(`Error getting volume pref`,e)}}]},mediaVolumeLevel:{get(e){let{media:t}=e;return t?.volume===void 0?`high`:t.muted||t.volume===0?`off`:t.volume<.5?`low`:t.volume<.75?`medium`:`high`},mediaEvents:[`volumechange`]},mediaCurrentTime:{get(e){let{media:t}=e;return t?.currentTime??0},set(e,t){let{media:n}=t;n&&Xn(e)&&(n.currentTime=e)},mediaEvents:[`timeupdate`,`loadedmetadata`,`seeking`]},mediaDuration:{get(e){let{media:t,options:{defaultDuration:n}={}}=e;return n&&(!t||!t.duration||Number.isNaN(t.duration)||!Number.isFinite(t.duration))?n:Number.isFinite(t?.duration)?t.duration:NaN},mediaEvents:[`durationchange`,`loadedmetadata`,`emptied`]},mediaLoading:{get(e){let{media:t}=e;return t?.readyState<3},mediaEvents:[`waiting`,`playing`,`emptied`]},mediaSeekable:{get(e){let{media:t}=e;if(!t?.seekable?.length)return;let n=t.seekable.start(0),r=t.seekable.end(t.seekable.length-1);if(n||r)return[Number(n.toFixed(3)),Number(r.toFixed(3))]},mediaEvents:[`loadedmetadata`,`emptied`,`progress`,`seekablechange`]},mediaBuffered:{get(e){let{media:t}=e,n=t?.buffered??[];return Array.from(n).map((e,t)=>[Number(n.start(t).toFixed(3)),Number(n.end(t).toFixed(3))])},mediaEvents:[`progress`,`emptied`]},mediaStreamType:{get(e){let{media:t,options:{defaultStreamType:n}={}}=e,r=[He.LIVE,He.ON_DEMAND].includes(n)?n:void 0;if(!t)return r;let{streamType:i}=t;if(Pr.includes(i))return i===He.UNKNOWN?r:i;let a=t.duration;return a===1/0?He.LIVE:Number.isFinite(a)?He.ON_DEMAND:r},mediaEvents:[`emptied`,`durationchange`,`loadedmetadata`,`streamtypechange`]},mediaTargetLiveWindow:{get(e){let{media:t}=e;if(!t)return NaN;let{targetLiveWindow:n}=t,r=Br.mediaStreamType.get(e);return(n==null||Number.isNaN(n))&&r===He.LIVE?0:n},mediaEvents:[`emptied`,`durationchange`,`loadedmetadata`,`streamtypechange`,`targetlivewindowchange`]},mediaTimeIsLive:{get(e){let{media:t,options:{liveEdgeOffset:n=10}={}}=e;if(!t)return!1;if(typeof t.liveEdgeStart==`number`)return!Number.isNaN(t.liveEdgeStart)&&t.currentTime>=t.liveEdgeStart;if(Br.mediaStreamType.get(e)!==He.LIVE)return!1;let r=t.seekable;if(!r)return!0;if(!r.length)return!1;let i=r.end(r.length-1)-n;return t.currentTime>=i},mediaEvents:[`playing`,`timeupdate`,`progress`,`waiting`,`emptied`]},mediaSubtitlesList:{get(e){return kr(e).map(({kind:e,label:t,language:n})=>({kind:e,label:t,language:n}))},mediaEvents:[`loadstart`],textTracksEvents:[`addtrack`,`removetrack`]},mediaSubtitlesShowing:{get(e){return Ar(e).map(({kind:e,label:t,language:n})=>({kind:e,label:t,language:n}))},mediaEvents:[`loadstart`],textTracksEvents:[`addtrack`,`removetrack`,`change`],stateOwnersUpdateHandlers:[(e,t)=>{var n,r;let{media:i,options:a}=t;if(!i)return;let o=e=>{a.defaultSubtitles&&(!e||[ze.CAPTIONS,ze.SUBTITLES].includes(e?.track?.kind))&&jr(t,!0)};return i.addEventListener(`loadstart`,o),(n=i.textTracks)==null||n.addEventListener(`addtrack`,o),(r=i.textTracks)==null||r.addEventListener(`removetrack`,o),()=>{var e,t;i.removeEventListener(`loadstart`,o),(e=i.textTracks)==null||e.removeEventListener(`addtrack`,o),(t=i.textTracks)==null||t.removeEventListener(`removetrack`,o)}}]},mediaChaptersCues:{get(e){let{media:t}=e;if(!t)return[];let[n]=sr(t,{kind:ze.CHAPTERS});return Array.from(n?.cues??[]).map(({text:e,startTime:t,endTime:n})=>({text:zr(e),startTime:t,endTime:n}))},mediaEvents:[`loadstart`,`loadedmetadata`],textTracksEvents:[`addtrack`,`removetrack`,`change`],stateOwnersUpdateHandlers:[(e,t)=>{let{media:n}=t;if(!n)return;let r=n.querySelector(`track[kind="chapters"][default][src]`),i=n.shadowRoot?.querySelector(`:is(video,audio) > track[kind="chapters"][default][src]`);return r?.addEventListener(`load`,e),i?.addEventListener(`load`,e),()=>{r?.removeEventListener(`load`,e),i?.removeEventListener(`load`,e)}}]},mediaIsPip:{get(e){let{media:t,documentElement:n}=e;if(!t||!n||!n.pictureInPictureElement)return!1;if(n.pictureInPictureElement===t)return!0;if(n.pictureInPictureElement instanceof HTMLMediaElement)return t.localName?.includes(`-`)?Ze(t,n.pictureInPictureElement):!1;if(n.pictureInPictureElement.localName.includes(`-`)){let e=n.pictureInPictureElement.shadowRoot;for(;e?.pictureInPictureElement;){if(e.pictureInPictureElement===t)return!0;e=e.pictureInPictureElement?.shadowRoot}}return!1},set(e,t){let{media:n}=t;if(n){if(e){if(!g.pictureInPictureEnabled){console.warn(`MediaChrome: Picture-in-picture is not enabled`);return}if(!n.requestPictureInPicture){console.warn(`MediaChrome: The current media does not support picture-in-picture`);return}let e=()=>{console.warn(`MediaChrome: The media is not ready for picture-in-picture. It must have a readyState > 0.`)};n.requestPictureInPicture().catch(t=>{if(t.code===11){if(!n.src){console.warn(`MediaChrome: The media is not ready for picture-in-picture. It must have a src set.`);return}if(n.readyState===0&&n.preload===`none`){let t=()=>{n.removeEventListener(`loadedmetadata`,r),n.preload=`none`},r=()=>{n.requestPictureInPicture().catch(e),t()};n.addEventListener(`loadedmetadata`,r),n.preload=`metadata`,setTimeout(()=>{n.readyState===0&&e(),t()},1e3)}else throw t}else throw t})}else g.pictureInPictureElement&&g.exitPictureInPicture()}},mediaEvents:[`enterpictureinpicture`,`leavepictureinpicture`]},mediaRenditionList:{get(e){let{media:t}=e;return[...t?.videoRenditions??[]].map(e=>({...e}))},mediaEvents:[`emptied`,`loadstart`],videoRenditionsEvents:[`addrendition`,`removerendition`]},mediaRenditionSelected:{get(e){let{media:t}=e;return t?.videoRenditions?.[t.videoRenditions?.selectedIndex]?.id},set(e,t){let{media:n}=t;if(!n?.videoRenditions){console.warn(`MediaController: Rendition selection not supported by this media.`);return}let r=e,i=Array.prototype.findIndex.call(n.videoRenditions,e=>e.id==r);n.videoRenditions.selectedIndex!=i&&(n.videoRenditions.selectedIndex=i)},mediaEvents:[`emptied`],videoRenditionsEvents:[`addrendition`,`removerendition`,`change`]},mediaAudioTrackList:{get(e){let{media:t}=e;return[...t?.audioTracks??[]]},mediaEvents:[`emptied`,`loadstart`],audioTracksEvents:[`addtrack`,`removetrack`]},mediaAudioTrackEnabled:{get(e){let{media:t}=e;return[...t?.audioTracks??[]].find(e=>e.enabled)?.id},set(e,t){let{media:n}=t;if(!n?.audioTracks){console.warn(`MediaChrome: Audio track selection not supported by this media.`);return}let r=e;for(let e of n.audioTracks)e.enabled=r==e.id},mediaEvents:[`emptied`],audioTracksEvents:[`addtrack`,`removetrack`,`change`]},mediaIsFullscreen:{get(e){return mr(e)},set(e,t,n){var r;e?(lr(t),n.detail&&!t.media?.inert&&((r=t.media)==null||r.focus())):dr(t)},rootEvents:[`fullscreenchange`,`webkitfullscreenchange`],mediaEvents:[`webkitbeginfullscreen`,`webkitendfullscreen`,`webkitpresentationmodechanged`]},mediaIsCasting:{get(e){let{media:t}=e;return!t?.remote||t.remote?.state===`disconnected`?!1:t.remote.state===`connected`},set(e,t){let{media:n}=t;n&&(e&&n.remote?.state!==`disconnected`||(e||n.remote?.state===`connected`)&&(typeof n.remote.prompt==`function`?n.remote.prompt().catch(()=>{}):console.warn(`MediaChrome: Casting is not supported in this environment`)))},remoteEvents:[`connect`,`connecting`,`disconnect`]},mediaIsAirplaying:{get(){return!1},set(e,t){let{media:n}=t;n&&(n.webkitShowPlaybackTargetPicker&&h.WebKitPlaybackTargetAvailabilityEvent?n.webkitShowPlaybackTargetPicker():console.error(`MediaChrome: received a request to select AirPlay but AirPlay is not supported in this environment`))},mediaEvents:[`webkitcurrentplaybacktargetiswirelesschanged`]},mediaFullscreenUnavailable:{get(e){let{media:t}=e;if(!Tr||!wr(t))return b.UNSUPPORTED}},mediaPipUnavailable:{get(e){let{media:t}=e;if(!Er||!Cr(t))return b.UNSUPPORTED;if(t?.disablePictureInPicture)return b.UNAVAILABLE}},mediaVolumeUnavailable:{get(e){let{media:t}=e;if(Fr===!1||t?.volume==null)return b.UNSUPPORTED},stateOwnersUpdateHandlers:[e=>{Fr??Ir.then(t=>e(t?void 0:b.UNSUPPORTED))}]},mediaCastUnavailable:{get(e,{availability:t=`not-available`}={}){let{media:n}=e;if(!Or||!n?.remote?.state)return b.UNSUPPORTED;if(t!=null&&t!==`available`)return b.UNAVAILABLE},stateOwnersUpdateHandlers:[(e,t)=>{var n;let{media:r}=t;if(r)return r.disableRemotePlayback||r.hasAttribute(`disableremoteplayback`)||(n=r?.remote)==null||n.watchAvailability(t=>{e({availability:t?`available`:`not-available`})}).catch(t=>{t.name===`NotSupportedError`?e({availability:null}):e({availability:`not-available`})}),()=>{var e;(e=r?.remote)==null||e.cancelWatchAvailability().catch(()=>{})}}]},mediaAirplayUnavailable:{get(e,t){if(!Dr)return b.UNSUPPORTED;if(t?.availability===`not-available`)return b.UNAVAILABLE},mediaEvents:[`webkitplaybacktargetavailabilitychanged`],stateOwnersUpdateHandlers:[(e,t)=>{var n;let{media:r}=t;if(r)return r.disableRemotePlayback||r.hasAttribute(`disableremoteplayback`)||(n=r?.remote)==null||n.watchAvailability(t=>{e({availability:t?`available`:`not-available`})}).catch(t=>{t.name===`NotSupportedError`?e({availability:null}):e({availability:`not-available`})}),()=>{var e;(e=r?.remote)==null||e.cancelWatchAvailability().catch(()=>{})}}]},mediaRenditionUnavailable:{get(e){let{media:t}=e;if(!t?.videoRenditions)return b.UNSUPPORTED;if(!t.videoRenditions?.length)return b.UNAVAILABLE},mediaEvents:[`emptied`,`loadstart`],videoRenditionsEvents:[`addrendition`,`removerendition`]},mediaAudioTrackUnavailable:{get(e){let{media:t}=e;if(!t?.audioTracks)return b.UNSUPPORTED;if((t.audioTracks?.length??0)<=1)return b.UNAVAILABLE},mediaEvents:[`emptied`,`loadstart`],audioTracksEvents:[`addtrack`,`removetrack`]},mediaLang:{get(e){let{options:{mediaLang:t}={}}=e;return t??`en`}}},Vr={[_.MEDIA_PREVIEW_REQUEST](e,t,{detail:n}){let{media:r}=t,i=n??void 0,a,o;if(r&&i!=null){let[e]=sr(r,{kind:ze.METADATA,label:`thumbnails`}),t=Array.prototype.find.call(e?.cues??[],(e,t,n)=>t===0?e.endTime>i:t===n.length-1?e.startTime<=i:e.startTime<=i&&e.endTime>i);if(t){let e=/'^(?:[a-z]+:)?\/\//i.test(t.text)?void 0:r?.querySelector(`track[label="thumbnails"]`)?.src,n=new URL(t.text,e);o=new URLSearchParams(n.hash).get(`#xywh`).split(`,`).map(e=>+e),a=n.href}}let s=e.mediaDuration.get(t),c=e.mediaChaptersCues.get(t).find((e,t,n)=>t===n.length-1&&s===e.endTime?e.startTime<=i&&e.endTime>=i:e.startTime<=i&&e.endTime>i)?.text;return n!=null&&c==null&&(c=``),{mediaPreviewTime:i,mediaPreviewImage:a,mediaPreviewCoords:o,mediaPreviewChapter:c}},[_.MEDIA_PAUSE_REQUEST](e,t){e.mediaPaused.set(!0,t)},[_.MEDIA_PLAY_REQUEST](e,t){let n=e.mediaStreamType.get(t)===He.LIVE,r=!t.options?.noAutoSeekToLive,i=e.mediaTargetLiveWindow.get(t)>0;if(n&&r&&!i){let n=e.mediaSeekable.get(t)?.[1];if(n){let r=n-(t.options?.seekToLiveOffset??0);e.mediaCurrentTime.set(r,t)}}e.mediaPaused.set(!1,t)},[_.MEDIA_PLAYBACK_RATE_REQUEST](e,t,{detail:n}){let r=n;e.mediaPlaybackRate.set(r,t)},[_.MEDIA_MUTE_REQUEST](e,t){e.mediaMuted.set(!0,t)},[_.MEDIA_UNMUTE_REQUEST](e,t){e.mediaVolume.get(t)||e.mediaVolume.set(.25,t),e.mediaMuted.set(!1,t)},[_.MEDIA_LOOP_REQUEST](e,t,{detail:n}){let r=!!n;return e.mediaLoop.set(r,t),{mediaLoop:r}},[_.MEDIA_VOLUME_REQUEST](e,t,{detail:n}){let r=n;r&&e.mediaMuted.get(t)&&e.mediaMuted.set(!1,t),e.mediaVolume.set(r,t)},[_.MEDIA_SEEK_REQUEST](e,t,{detail:n}){let r=n;e.mediaCurrentTime.set(r,t)},[_.MEDIA_SEEK_TO_LIVE_REQUEST](e,t){let n=e.mediaSeekable.get(t)?.[1];if(Number.isNaN(Number(n)))return;let r=n-(t.options?.seekToLiveOffset??0);e.mediaCurrentTime.set(r,t)},[_.MEDIA_SHOW_SUBTITLES_REQUEST](e,t,{detail:n}){let{options:r}=t,i=kr(t),a=tr(n),o=a[0]?.language;o&&!r.noSubtitlesLangPref&&h.localStorage.setItem(`media-chrome-pref-subtitles-lang`,o),or(Be.SHOWING,i,a)},[_.MEDIA_DISABLE_SUBTITLES_REQUEST](e,t,{detail:n}){let r=kr(t),i=n??[];or(Be.DISABLED,r,i)},[_.MEDIA_TOGGLE_SUBTITLES_REQUEST](e,t,{detail:n}){jr(t,n)},[_.MEDIA_RENDITION_REQUEST](e,t,{detail:n}){let r=n;e.mediaRenditionSelected.set(r,t)},[_.MEDIA_AUDIO_TRACK_REQUEST](e,t,{detail:n}){let r=n;e.mediaAudioTrackEnabled.set(r,t)},[_.MEDIA_ENTER_PIP_REQUEST](e,t){e.mediaIsFullscreen.get(t)&&e.mediaIsFullscreen.set(!1,t),e.mediaIsPip.set(!0,t)},[_.MEDIA_EXIT_PIP_REQUEST](e,t){e.mediaIsPip.set(!1,t)},[_.MEDIA_ENTER_FULLSCREEN_REQUEST](e,t,n){e.mediaIsPip.get(t)&&e.mediaIsPip.set(!1,t),e.mediaIsFullscreen.set(!0,t,n)},[_.MEDIA_EXIT_FULLSCREEN_REQUEST](e,t){e.mediaIsFullscreen.set(!1,t)},[_.MEDIA_ENTER_CAST_REQUEST](e,t){e.mediaIsFullscreen.get(t)&&e.mediaIsFullscreen.set(!1,t),e.mediaIsCasting.set(!0,t)},[_.MEDIA_EXIT_CAST_REQUEST](e,t){e.mediaIsCasting.set(!1,t)},[_.MEDIA_AIRPLAY_REQUEST](e,t){e.mediaIsAirplaying.set(!0,t)}},Hr=({media:e,fullscreenElement:t,documentElement:n,stateMediator:r=Br,requestMap:i=Vr,options:a={},monitorStateOwnersOnlyWithSubscriptions:o=!0})=>{let s=[],c={options:{...a}},l=Object.freeze({mediaPreviewTime:void 0,mediaPreviewImage:void 0,mediaPreviewCoords:void 0,mediaPreviewChapter:void 0}),u=e=>{e!=null&&(Mr(e,l)||(l=Object.freeze({...l,...e}),s.forEach(e=>e(l))))},d=()=>{let e=Object.entries(r).reduce((e,[t,{get:n}])=>(e[t]=n(c),e),{});u(e)},f={},p,m=async(e,t)=>{let n=!!p;if(p={...c,...p??{},...e},n)return;await Lr(...Object.values(e));let i=s.length>0&&t===0&&o,a=c.media!==p.media,l=c.media?.textTracks!==p.media?.textTracks,m=c.media?.videoRenditions!==p.media?.videoRenditions,ee=c.media?.audioTracks!==p.media?.audioTracks,te=c.media?.remote!==p.media?.remote,ne=c.documentElement!==p.documentElement,re=!!c.media&&(a||i),ie=!!c.media?.textTracks&&(l||i),ae=!!c.media?.videoRenditions&&(m||i),oe=!!c.media?.audioTracks&&(ee||i),se=!!c.media?.remote&&(te||i),ce=!!c.documentElement&&(ne||i),le=re||ie||ae||oe||se||ce,ue=s.length===0&&t===1&&o,de=!!p.media&&(a||ue),fe=!!p.media?.textTracks&&(l||ue),pe=!!p.media?.videoRenditions&&(m||ue),me=!!p.media?.audioTracks&&(ee||ue),he=!!p.media?.remote&&(te||ue),ge=!!p.documentElement&&(ne||ue),_e=de||fe||pe||me||he||ge;le||_e?(Object.entries(r).forEach(([e,{get:t,mediaEvents:n=[],textTracksEvents:r=[],videoRenditionsEvents:i=[],audioTracksEvents:a=[],remoteEvents:o=[],rootEvents:s=[],stateOwnersUpdateHandlers:l=[]}])=>{f[e]||(f[e]={});let d=n=>{let r=t(c,n);u({[e]:r})},m;m=f[e].mediaEvents,n.forEach(t=>{m&&re&&(c.media.removeEventListener(t,m),f[e].mediaEvents=void 0),de&&(p.media.addEventListener(t,d),f[e].mediaEvents=d)}),m=f[e].textTracksEvents,r.forEach(t=>{var n,r;m&&ie&&((n=c.media.textTracks)==null||n.removeEventListener(t,m),f[e].textTracksEvents=void 0),fe&&((r=p.media.textTracks)==null||r.addEventListener(t,d),f[e].textTracksEvents=d)}),m=f[e].videoRenditionsEvents,i.forEach(t=>{var n,r;m&&ae&&((n=c.media.videoRenditions)==null||n.removeEventListener(t,m),f[e].videoRenditionsEvents=void 0),pe&&((r=p.media.videoRenditions)==null||r.addEventListener(t,d),f[e].videoRenditionsEvents=d)}),m=f[e].audioTracksEvents,a.forEach(t=>{var n,r;m&&oe&&((n=c.media.audioTracks)==null||n.removeEventListener(t,m),f[e].audioTracksEvents=void 0),me&&((r=p.media.audioTracks)==null||r.addEventListener(t,d),f[e].audioTracksEvents=d)}),m=f[e].remoteEvents,o.forEach(t=>{var n,r;m&&se&&((n=c.media.remote)==null||n.removeEventListener(t,m),f[e].remoteEvents=void 0),he&&((r=p.media.remote)==null||r.addEventListener(t,d),f[e].remoteEvents=d)}),m=f[e].rootEvents,s.forEach(t=>{m&&ce&&(c.documentElement.removeEventListener(t,m),f[e].rootEvents=void 0),ge&&(p.documentElement.addEventListener(t,d),f[e].rootEvents=d)});let ee=f[e].stateOwnersUpdateHandlers;if(ee&&le&&(Array.isArray(ee)?ee:[ee]).forEach(e=>{typeof e==`function`&&e()}),_e){let t=l.map(e=>e(d,p)).filter(e=>typeof e==`function`);f[e].stateOwnersUpdateHandlers=t.length===1?t[0]:t}else le&&(f[e].stateOwnersUpdateHandlers=void 0)}),Object.entries(p).forEach(([e,t])=>{c[e]=t}),d(),p=void 0):(Object.entries(p).forEach(([e,t])=>{c[e]=t}),d(),p=void 0)};return m({media:e,fullscreenElement:t,documentElement:n,options:a}),{dispatch(e){let{type:t,detail:n}=e;i[t]&&l.mediaErrorCode==null?u(i[t](r,c,e)):t===`mediaelementchangerequest`?m({media:n}):t===`fullscreenelementchangerequest`?m({fullscreenElement:n}):t===`documentelementchangerequest`?m({documentElement:n}):t===`optionschangerequest`&&(Object.entries(n??{}).forEach(([e,t])=>{c.options[e]=t}),d())},getState(){return l},subscribe(e){return m({},s.length+1),s.push(e),e(l),()=>{let t=s.indexOf(e);t>=0&&(m({},s.length-1),s.splice(t,1))}}}},Ur=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},F=(e,t,n)=>(Ur(e,t,`read from private field`),n?n.call(e):t.get(e)),I=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Wr=(e,t,n,r)=>(Ur(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Gr=(e,t,n)=>(Ur(e,t,`access private method`),n),Kr,qr,L,R,Jr,Yr,Xr,Zr,Qr,$r,ei,ti,ni,ri,ii,ai,oi,si=[`ArrowLeft`,`ArrowRight`,`ArrowUp`,`ArrowDown`,`Enter`,` `,`f`,`m`,`k`,`c`,`l`,`j`,`>`,`<`,`p`],ci=10,li=.025,ui=.25,di=.25,fi=2,z={DEFAULT_SUBTITLES:`defaultsubtitles`,DEFAULT_STREAM_TYPE:`defaultstreamtype`,DEFAULT_DURATION:`defaultduration`,FULLSCREEN_ELEMENT:`fullscreenelement`,HOTKEYS:`hotkeys`,KEYBOARD_BACKWARD_SEEK_OFFSET:`keyboardbackwardseekoffset`,KEYBOARD_FORWARD_SEEK_OFFSET:`keyboardforwardseekoffset`,KEYBOARD_DOWN_VOLUME_STEP:`keyboarddownvolumestep`,KEYBOARD_UP_VOLUME_STEP:`keyboardupvolumestep`,KEYS_USED:`keysused`,LANG:`lang`,LOOP:`loop`,LIVE_EDGE_OFFSET:`liveedgeoffset`,NO_AUTO_SEEK_TO_LIVE:`noautoseektolive`,NO_DEFAULT_STORE:`nodefaultstore`,NO_HOTKEYS:`nohotkeys`,NO_MUTED_PREF:`nomutedpref`,NO_SUBTITLES_LANG_PREF:`nosubtitleslangpref`,NO_VOLUME_PREF:`novolumepref`,SEEK_TO_LIVE_OFFSET:`seektoliveoffset`},pi=class extends Jt{constructor(){super(),I(this,Qr),I(this,ti),I(this,ri),I(this,ai),this.mediaStateReceivers=[],this.associatedElementSubscriptions=new Map,I(this,Kr,new Vn(this,z.HOTKEYS)),I(this,qr,void 0),I(this,L,void 0),I(this,R,null),I(this,Jr,void 0),I(this,Yr,void 0),I(this,Xr,e=>{var t;(t=F(this,L))==null||t.dispatch(e)}),I(this,Zr,void 0),I(this,ei,e=>{let{key:t,shiftKey:n}=e;n&&(t===`/`||t===`?`)||si.includes(t)?this.keyboardShortcutHandler(e):this.removeEventListener(`keyup`,F(this,ei))}),this.associateElement(this);let e={};Wr(this,Jr,t=>{Object.entries(t).forEach(([t,n])=>{if(t in e&&e[t]===n)return;this.propagateMediaState(t,n);let r=t.toLowerCase(),i=new h.CustomEvent(Re[r],{composed:!0,detail:n});this.dispatchEvent(i)}),e=t})}static get observedAttributes(){return super.observedAttributes.concat(z.NO_HOTKEYS,z.HOTKEYS,z.DEFAULT_STREAM_TYPE,z.DEFAULT_SUBTITLES,z.DEFAULT_DURATION,z.NO_MUTED_PREF,z.NO_VOLUME_PREF,z.LANG,z.LOOP,z.LIVE_EDGE_OFFSET,z.SEEK_TO_LIVE_OFFSET,z.NO_AUTO_SEEK_TO_LIVE)}get mediaStore(){return F(this,L)}set mediaStore(e){var t;F(this,L)&&((t=F(this,Yr))==null||t.call(this),Wr(this,Yr,void 0)),Wr(this,L,e),!F(this,L)&&!this.hasAttribute(z.NO_DEFAULT_STORE)?Gr(this,Qr,$r).call(this):Wr(this,Yr,F(this,L)?.subscribe(F(this,Jr)))}get fullscreenElement(){return F(this,qr)??this}set fullscreenElement(e){var t;this.hasAttribute(z.FULLSCREEN_ELEMENT)&&this.removeAttribute(z.FULLSCREEN_ELEMENT),Wr(this,qr,e),(t=F(this,L))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement})}get defaultSubtitles(){return T(this,z.DEFAULT_SUBTITLES)}set defaultSubtitles(e){E(this,z.DEFAULT_SUBTITLES,e)}get defaultStreamType(){return D(this,z.DEFAULT_STREAM_TYPE)}set defaultStreamType(e){O(this,z.DEFAULT_STREAM_TYPE,e)}get defaultDuration(){return C(this,z.DEFAULT_DURATION)}set defaultDuration(e){w(this,z.DEFAULT_DURATION,e)}get noHotkeys(){return T(this,z.NO_HOTKEYS)}set noHotkeys(e){E(this,z.NO_HOTKEYS,e)}get keysUsed(){return D(this,z.KEYS_USED)}set keysUsed(e){O(this,z.KEYS_USED,e)}get liveEdgeOffset(){return C(this,z.LIVE_EDGE_OFFSET)}set liveEdgeOffset(e){w(this,z.LIVE_EDGE_OFFSET,e)}get noAutoSeekToLive(){return T(this,z.NO_AUTO_SEEK_TO_LIVE)}set noAutoSeekToLive(e){E(this,z.NO_AUTO_SEEK_TO_LIVE,e)}get noVolumePref(){return T(this,z.NO_VOLUME_PREF)}set noVolumePref(e){E(this,z.NO_VOLUME_PREF,e)}get noMutedPref(){return T(this,z.NO_MUTED_PREF)}set noMutedPref(e){E(this,z.NO_MUTED_PREF,e)}get noSubtitlesLangPref(){return T(this,z.NO_SUBTITLES_LANG_PREF)}set noSubtitlesLangPref(e){E(this,z.NO_SUBTITLES_LANG_PREF,e)}get noDefaultStore(){return T(this,z.NO_DEFAULT_STORE)}set noDefaultStore(e){E(this,z.NO_DEFAULT_STORE,e)}get resolvedLang(){return _t()}attributeChangedCallback(e,t,n){var r,i,a,o,s,c,l,u,d,f;if(super.attributeChangedCallback(e,t,n),e===z.NO_HOTKEYS)n!==t&&n===``?(this.hasAttribute(z.HOTKEYS)&&console.warn("Media Chrome: Both `hotkeys` and `nohotkeys` have been set. All hotkeys will be disabled."),this.disableHotkeys()):n!==t&&n===null&&this.enableHotkeys(),Gr(this,ri,ii).call(this);else if(e===z.HOTKEYS)F(this,Kr).value=n,Gr(this,ri,ii).call(this);else if(e===z.DEFAULT_SUBTITLES&&n!==t)(r=F(this,L))==null||r.dispatch({type:`optionschangerequest`,detail:{defaultSubtitles:this.hasAttribute(z.DEFAULT_SUBTITLES)}});else if(e===z.DEFAULT_STREAM_TYPE)(i=F(this,L))==null||i.dispatch({type:`optionschangerequest`,detail:{defaultStreamType:this.getAttribute(z.DEFAULT_STREAM_TYPE)??void 0}});else if(e===z.LIVE_EDGE_OFFSET&&n!==t)(a=F(this,L))==null||a.dispatch({type:`optionschangerequest`,detail:{liveEdgeOffset:this.hasAttribute(z.LIVE_EDGE_OFFSET)?+this.getAttribute(z.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(z.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(z.SEEK_TO_LIVE_OFFSET):this.hasAttribute(z.LIVE_EDGE_OFFSET)?+this.getAttribute(z.LIVE_EDGE_OFFSET):void 0}});else if(e===z.SEEK_TO_LIVE_OFFSET&&n!==t)(o=F(this,L))==null||o.dispatch({type:`optionschangerequest`,detail:{seekToLiveOffset:this.hasAttribute(z.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(z.SEEK_TO_LIVE_OFFSET):this.hasAttribute(z.LIVE_EDGE_OFFSET)?+this.getAttribute(z.LIVE_EDGE_OFFSET):void 0}});else if(e===z.NO_AUTO_SEEK_TO_LIVE)(s=F(this,L))==null||s.dispatch({type:`optionschangerequest`,detail:{noAutoSeekToLive:this.hasAttribute(z.NO_AUTO_SEEK_TO_LIVE)}});else if(e===z.FULLSCREEN_ELEMENT){let e=n?this.getRootNode()?.getElementById(n):void 0;Wr(this,qr,e),(c=F(this,L))==null||c.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement})}else e===z.LANG&&n!==t?(ht(n),(l=F(this,L))==null||l.dispatch({type:`optionschangerequest`,detail:{mediaLang:n}})):e===z.LOOP&&n!==t?(u=F(this,L))==null||u.dispatch({type:_.MEDIA_LOOP_REQUEST,detail:n!=null}):e===z.NO_VOLUME_PREF&&n!==t?(d=F(this,L))==null||d.dispatch({type:`optionschangerequest`,detail:{noVolumePref:this.hasAttribute(z.NO_VOLUME_PREF)}}):e===z.NO_MUTED_PREF&&n!==t&&((f=F(this,L))==null||f.dispatch({type:`optionschangerequest`,detail:{noMutedPref:this.hasAttribute(z.NO_MUTED_PREF)}}))}connectedCallback(){var e,t;this.associateElement(this),!F(this,L)&&!this.hasAttribute(z.NO_DEFAULT_STORE)&&Gr(this,Qr,$r).call(this),(e=F(this,L))==null||e.dispatch({type:`documentelementchangerequest`,detail:g}),(t=F(this,L))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement}),super.connectedCallback(),F(this,L)&&!F(this,Yr)&&Wr(this,Yr,F(this,L)?.subscribe(F(this,Jr))),F(this,Zr)!==void 0&&F(this,L)&&this.media&&setTimeout(()=>{var e;this.media?.textTracks?.length&&((e=F(this,L))==null||e.dispatch({type:_.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:F(this,Zr)}))},0),this.hasAttribute(z.NO_HOTKEYS)?this.disableHotkeys():this.enableHotkeys()}disconnectedCallback(){var e,t,n,r,i;if((e=super.disconnectedCallback)==null||e.call(this),this.disableHotkeys(),F(this,L)){let e=F(this,L).getState();Wr(this,Zr,!!e.mediaSubtitlesShowing?.length),(t=F(this,L))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:void 0}),(n=F(this,L))==null||n.dispatch({type:`documentelementchangerequest`,detail:void 0}),(r=F(this,L))==null||r.dispatch({type:_.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:!1})}F(this,Yr)&&((i=F(this,Yr))==null||i.call(this),Wr(this,Yr,void 0)),this.unassociateElement(this),F(this,R)&&(F(this,R).remove(),Wr(this,R,null))}mediaSetCallback(e){var t;super.mediaSetCallback(e),(t=F(this,L))==null||t.dispatch({type:`mediaelementchangerequest`,detail:e}),e.hasAttribute(`tabindex`)||(e.tabIndex=-1)}mediaUnsetCallback(e){var t;super.mediaUnsetCallback(e),(t=F(this,L))==null||t.dispatch({type:`mediaelementchangerequest`,detail:void 0})}propagateMediaState(e,t){wi(this.mediaStateReceivers,e,t)}associateElement(e){if(!e)return;let{associatedElementSubscriptions:t}=this;if(t.has(e))return;let n=Ti(e,this.registerMediaStateReceiver.bind(this),this.unregisterMediaStateReceiver.bind(this));Object.values(_).forEach(t=>{e.addEventListener(t,F(this,Xr))}),t.set(e,n)}unassociateElement(e){if(!e)return;let{associatedElementSubscriptions:t}=this;t.has(e)&&(t.get(e)(),t.delete(e),Object.values(_).forEach(t=>{e.removeEventListener(t,F(this,Xr))}))}registerMediaStateReceiver(e){if(!e)return;let t=this.mediaStateReceivers;t.indexOf(e)>-1||(t.push(e),F(this,L)&&Object.entries(F(this,L).getState()).forEach(([t,n])=>{wi([e],t,n)}))}unregisterMediaStateReceiver(e){let t=this.mediaStateReceivers,n=t.indexOf(e);n<0||t.splice(n,1)}enableHotkeys(){this.addEventListener(`keydown`,Gr(this,ti,ni))}disableHotkeys(){this.removeEventListener(`keydown`,Gr(this,ti,ni)),this.removeEventListener(`keyup`,F(this,ei))}get hotkeys(){return F(this,Kr)}set hotkeys(e){O(this,z.HOTKEYS,e)}keyboardShortcutHandler(e){let t=e.target;if((t.getAttribute(z.KEYS_USED)?.split(` `)??t?.keysUsed??[]).map(e=>e===`Space`?` `:e).filter(Boolean).includes(e.key))return;let n,r,i;if(!F(this,Kr).contains(Dn(e.key))&&(!e.shiftKey||e.key!==`/`&&e.key!==`?`||!F(this,Kr).contains(`noshift+/`)))switch(e.key){case` `:case`k`:n=F(this,L).getState().mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST,this.dispatchEvent(new h.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`m`:n=this.mediaStore.getState().mediaVolumeLevel===`off`?_.MEDIA_UNMUTE_REQUEST:_.MEDIA_MUTE_REQUEST,this.dispatchEvent(new h.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`f`:n=this.mediaStore.getState().mediaIsFullscreen?_.MEDIA_EXIT_FULLSCREEN_REQUEST:_.MEDIA_ENTER_FULLSCREEN_REQUEST,this.dispatchEvent(new h.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`c`:this.dispatchEvent(new h.CustomEvent(_.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}));break;case`ArrowLeft`:case`j`:{let e=this.hasAttribute(z.KEYBOARD_BACKWARD_SEEK_OFFSET)?+this.getAttribute(z.KEYBOARD_BACKWARD_SEEK_OFFSET):ci;r=Math.max((this.mediaStore.getState().mediaCurrentTime??0)-e,0),i=new h.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowRight`:case`l`:{let e=this.hasAttribute(z.KEYBOARD_FORWARD_SEEK_OFFSET)?+this.getAttribute(z.KEYBOARD_FORWARD_SEEK_OFFSET):ci;r=Math.max((this.mediaStore.getState().mediaCurrentTime??0)+e,0),i=new h.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowUp`:{let e=this.hasAttribute(z.KEYBOARD_UP_VOLUME_STEP)?+this.getAttribute(z.KEYBOARD_UP_VOLUME_STEP):li;r=Math.min((this.mediaStore.getState().mediaVolume??1)+e,1),i=new h.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowDown`:{let e=this.hasAttribute(z.KEYBOARD_DOWN_VOLUME_STEP)?+this.getAttribute(z.KEYBOARD_DOWN_VOLUME_STEP):li;r=Math.max((this.mediaStore.getState().mediaVolume??1)-e,0),i=new h.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`<`:{let e=this.mediaStore.getState().mediaPlaybackRate??1;r=Math.max(e-ui,di).toFixed(2),i=new h.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`>`:{let e=this.mediaStore.getState().mediaPlaybackRate??1;r=Math.min(e+ui,fi).toFixed(2),i=new h.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`/`:case`?`:e.shiftKey&&Gr(this,ai,oi).call(this);break;case`p`:n=this.mediaStore.getState().mediaIsPip?_.MEDIA_EXIT_PIP_REQUEST:_.MEDIA_ENTER_PIP_REQUEST,i=new h.CustomEvent(n,{composed:!0,bubbles:!0}),this.dispatchEvent(i)}}};Kr=new WeakMap,qr=new WeakMap,L=new WeakMap,R=new WeakMap,Jr=new WeakMap,Yr=new WeakMap,Xr=new WeakMap,Zr=new WeakMap,Qr=new WeakSet,$r=function(){this.mediaStore=Hr({media:this.media,fullscreenElement:this.fullscreenElement,options:{defaultSubtitles:this.hasAttribute(z.DEFAULT_SUBTITLES),defaultDuration:this.hasAttribute(z.DEFAULT_DURATION)?+this.getAttribute(z.DEFAULT_DURATION):void 0,defaultStreamType:this.getAttribute(z.DEFAULT_STREAM_TYPE)??void 0,liveEdgeOffset:this.hasAttribute(z.LIVE_EDGE_OFFSET)?+this.getAttribute(z.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(z.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(z.SEEK_TO_LIVE_OFFSET):this.hasAttribute(z.LIVE_EDGE_OFFSET)?+this.getAttribute(z.LIVE_EDGE_OFFSET):void 0,noAutoSeekToLive:this.hasAttribute(z.NO_AUTO_SEEK_TO_LIVE),noVolumePref:this.hasAttribute(z.NO_VOLUME_PREF),noMutedPref:this.hasAttribute(z.NO_MUTED_PREF),noSubtitlesLangPref:this.hasAttribute(z.NO_SUBTITLES_LANG_PREF)}})},ei=new WeakMap,ti=new WeakSet,ni=function(e){let{metaKey:t,altKey:n,key:r,shiftKey:i}=e,a=i&&(r===`/`||r===`?`);if(a&&F(this,R)?.open||t||n||!a&&!si.includes(r)){this.removeEventListener(`keyup`,F(this,ei));return}let o=e.target,s=o instanceof HTMLElement&&(o.tagName.toLowerCase()===`media-volume-range`||o.tagName.toLowerCase()===`media-time-range`);[` `,`ArrowLeft`,`ArrowRight`,`ArrowUp`,`ArrowDown`].includes(r)&&!F(this,Kr).contains(Dn(r))&&!s&&e.preventDefault(),this.addEventListener(`keyup`,F(this,ei),{once:!0})},ri=new WeakSet,ii=function(){F(this,R)&&(F(this,R).hotkeys=F(this,Kr).value||void 0,(this.noHotkeys||F(this,Kr).contains(`noshift+/`))&&(F(this,R).open=!1))},ai=new WeakSet,oi=function(){F(this,R)||(Wr(this,R,g.createElement(`media-keyboard-shortcuts-dialog`)),Gr(this,ri,ii).call(this),this.appendChild(F(this,R))),F(this,R).open=!0};var mi=Object.values(y),hi=Object.values(Fe),gi=e=>{var t;let{observedAttributes:n}=e.constructor;!n&&e.nodeName?.includes(`-`)&&(h.customElements.upgrade(e),{observedAttributes:n}=e.constructor);let r=((t=(e?.getAttribute)?.call(e,v.MEDIA_CHROME_ATTRIBUTES))?.split)?.call(t,/\s+/);return Array.isArray(n||r)?(n||r).filter(e=>mi.includes(e)):[]},_i=e=>(e.nodeName?.includes(`-`)&&h.customElements.get(e.nodeName?.toLowerCase())&&!(e instanceof h.customElements.get(e.nodeName.toLowerCase()))&&h.customElements.upgrade(e),hi.some(t=>t in e)),vi=e=>_i(e)||!!gi(e).length,yi=e=>(e?.join)?.call(e,`:`),bi={[y.MEDIA_SUBTITLES_LIST]:rr,[y.MEDIA_SUBTITLES_SHOWING]:rr,[y.MEDIA_SEEKABLE]:yi,[y.MEDIA_BUFFERED]:e=>e?.map(yi).join(` `),[y.MEDIA_PREVIEW_COORDS]:e=>e?.join(` `),[y.MEDIA_RENDITION_LIST]:Hn,[y.MEDIA_AUDIO_TRACK_LIST]:Kn},xi=async(e,t,n)=>{if(e.isConnected||await Zn(0),typeof n==`boolean`||n==null)return E(e,t,n);if(typeof n==`number`)return w(e,t,n);if(typeof n==`string`)return O(e,t,n);if(Array.isArray(n)&&!n.length)return e.removeAttribute(t);let r=bi[t]?.call(bi,n)??n;return e.setAttribute(t,r)},Si=e=>!!e.closest?.call(e,`*[slot="media"]`),Ci=(e,t)=>{if(Si(e))return;let n=(e,t)=>{vi(e)&&t(e);let{children:n=[]}=e??{},r=e?.shadowRoot?.children??[];[...n,...r].forEach(e=>Ci(e,t))},r=e?.nodeName.toLowerCase();r.includes(`-`)&&!vi(e)?h.customElements.whenDefined(r).then(()=>{n(e,t)}):n(e,t)},wi=(e,t,n)=>{e.forEach(e=>{if(t in e){e[t]=n;return}let r=gi(e),i=t.toLowerCase();r.includes(i)&&xi(e,i,n)})},Ti=(e,t,n)=>{Ci(e,t);let r=e=>{t(e?.composedPath()[0]??e.target)},i=e=>{n(e?.composedPath()[0]??e.target)};e.addEventListener(_.REGISTER_MEDIA_STATE_RECEIVER,r),e.addEventListener(_.UNREGISTER_MEDIA_STATE_RECEIVER,i);let a=e=>{e.forEach(e=>{let{addedNodes:r=[],removedNodes:i=[],type:a,target:o,attributeName:s}=e;a===`childList`?(Array.prototype.forEach.call(r,e=>Ci(e,t)),Array.prototype.forEach.call(i,e=>Ci(e,n))):a===`attributes`&&s===v.MEDIA_CHROME_ATTRIBUTES&&(vi(o)?t(o):n(o))})},o=[],s=e=>{let r=e.target;r.name!==`media`&&(o.forEach(e=>Ci(e,n)),o=[...r.assignedElements({flatten:!0})],o.forEach(e=>Ci(e,t)))};e.addEventListener(`slotchange`,s);let c=new MutationObserver(a);return c.observe(e,{childList:!0,attributes:!0,subtree:!0}),()=>{Ci(e,n),e.removeEventListener(`slotchange`,s),c.disconnect(),e.removeEventListener(_.REGISTER_MEDIA_STATE_RECEIVER,r),e.removeEventListener(_.UNREGISTER_MEDIA_STATE_RECEIVER,i)}};h.customElements.get(`media-controller`)||h.customElements.define(`media-controller`,pi);var Ei=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Di=(e,t,n)=>(Ei(e,t,`read from private field`),n?n.call(e):t.get(e)),Oi=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ki=(e,t,n,r)=>(Ei(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Ai;function ji(e){return`
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
  `}var Mi=class extends h.HTMLElement{constructor(){if(super(),Oi(this,Ai,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[v.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===v.MEDIA_CONTROLLER&&(t&&((i=(r=Di(this,Ai))?.unassociateElement)==null||i.call(r,this),ki(this,Ai,null)),n&&this.isConnected&&(ki(this,Ai,this.getRootNode()?.getElementById(n)),(o=(a=Di(this,Ai))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let n=this.getAttribute(v.MEDIA_CONTROLLER);n&&(ki(this,Ai,this.getRootNode()?.getElementById(n)),(t=(e=Di(this,Ai))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=Di(this,Ai))?.unassociateElement)==null||t.call(e,this),ki(this,Ai,null)}};Ai=new WeakMap,Mi.shadowRootOptions={mode:`open`},Mi.getTemplateHTML=ji,h.customElements.get(`media-control-bar`)||h.customElements.define(`media-control-bar`,Mi);var Ni={PLACEMENT:`placement`,BOUNDS:`bounds`};function Pi(e){return`
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
  `}var Fi=class extends h.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{if(!tt(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;let e=this.placement;if(e===`left`||e===`right`){this.style.removeProperty(`--media-tooltip-offset-x`);return}let t=getComputedStyle(this),n=Qe(this,`#`+this.bounds)??Ye(this);if(!n)return;let{x:r,width:i}=n.getBoundingClientRect(),{x:a,width:o}=this.getBoundingClientRect(),s=a+o,c=r+i,l=t.getPropertyValue(`--media-tooltip-offset-x`),u=l?parseFloat(l.replace(`px`,``)):0,d=t.getPropertyValue(`--media-tooltip-container-margin`),f=d?parseFloat(d.replace(`px`,``)):0,p=a-r+u-f,m=s-c+u+f;p<0?this.style.setProperty(`--media-tooltip-offset-x`,`${p}px`):m>0?this.style.setProperty(`--media-tooltip-offset-x`,`${m}px`):this.style.removeProperty(`--media-tooltip-offset-x`)},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}if(this.arrowEl=this.shadowRoot.querySelector(`#arrow`),Object.prototype.hasOwnProperty.call(this,`placement`)){let e=this.placement;delete this.placement,this.placement=e}}static get observedAttributes(){return[Ni.PLACEMENT,Ni.BOUNDS]}get placement(){return D(this,Ni.PLACEMENT)}set placement(e){O(this,Ni.PLACEMENT,e)}get bounds(){return D(this,Ni.BOUNDS)}set bounds(e){O(this,Ni.BOUNDS,e)}};Fi.shadowRootOptions={mode:`open`},Fi.getTemplateHTML=Pi,h.customElements.get(`media-tooltip`)||h.customElements.define(`media-tooltip`,Fi);var Ii=Fi,Li=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},B=(e,t,n)=>(Li(e,t,`read from private field`),n?n.call(e):t.get(e)),Ri=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},zi=(e,t,n,r)=>(Li(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Bi=(e,t,n)=>(Li(e,t,`access private method`),n),Vi,Hi,Ui,Wi,Gi,Ki,qi,Ji,Yi,Xi={TOOLTIP_PLACEMENT:`tooltipplacement`,DISABLED:`disabled`,NO_TOOLTIP:`notooltip`};function Zi(e,t={}){return`
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
        <template shadowrootmode="${Ii.shadowRootOptions.mode}">
          ${Ii.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(e)}
        </slot>
      </media-tooltip>
    </slot>
  `}function Qi(e,t){return`
    <slot></slot>
  `}function $i(){return``}var V=class extends h.HTMLElement{constructor(){if(super(),Ri(this,Ui),Ri(this,Ji),Ri(this,Vi,void 0),this.preventClick=!1,this.tooltipEl=null,Ri(this,Hi,e=>{this.preventClick||this.handleClick(e),setTimeout(B(this,Gi),0)}),Ri(this,Gi,()=>{var e,t;(t=(e=this.tooltipEl)?.updateXOffset)==null||t.call(e)}),Ri(this,Ki,e=>{let{key:t}=e;this.keysUsed.includes(t)?this.preventClick||this.handleClick(e):this.removeEventListener(`keyup`,B(this,Ki))}),Ri(this,qi,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!this.keysUsed.includes(r)?this.removeEventListener(`keyup`,B(this,Ki)):this.addEventListener(`keyup`,B(this,Ki),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}this.tooltipEl=this.shadowRoot.querySelector(`media-tooltip`)}static get observedAttributes(){return[`disabled`,Xi.TOOLTIP_PLACEMENT,v.MEDIA_CONTROLLER,y.MEDIA_LANG]}enable(){this.addEventListener(`click`,B(this,Hi)),this.addEventListener(`keydown`,B(this,qi)),this.tabIndex=0}disable(){this.removeEventListener(`click`,B(this,Hi)),this.removeEventListener(`keydown`,B(this,qi)),this.removeEventListener(`keyup`,B(this,Ki)),this.tabIndex=-1}attributeChangedCallback(e,t,n){var r,i,a,o;e===v.MEDIA_CONTROLLER?(t&&((i=(r=B(this,Vi))?.unassociateElement)==null||i.call(r,this),zi(this,Vi,null)),n&&this.isConnected&&(zi(this,Vi,this.getRootNode()?.getElementById(n)),(o=(a=B(this,Vi))?.associateElement)==null||o.call(a,this))):e===`disabled`&&n!==t?n==null?this.enable():this.disable():e===Xi.TOOLTIP_PLACEMENT&&this.tooltipEl&&n!==t?this.tooltipEl.placement=n:e===y.MEDIA_LANG&&(this.shadowRoot.querySelector(`slot[name="tooltip-content"]`).innerHTML=this.constructor.getTooltipContentHTML()),Bi(this,Ui,Wi).call(this)&&B(this,Gi).call(this)}connectedCallback(){var e,t;let{style:n}=S(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute(`disabled`)?this.disable():this.enable(),this.setAttribute(`role`,`button`);let r=this.getAttribute(v.MEDIA_CONTROLLER);r&&(zi(this,Vi,this.getRootNode()?.getElementById(r)),(t=(e=B(this,Vi))?.associateElement)==null||t.call(e,this)),h.customElements.whenDefined(`media-tooltip`).then(()=>Bi(this,Ji,Yi).call(this))}disconnectedCallback(){var e,t;this.disable(),(t=(e=B(this,Vi))?.unassociateElement)==null||t.call(e,this),zi(this,Vi,null),this.removeEventListener(`mouseenter`,B(this,Gi)),this.removeEventListener(`focus`,B(this,Gi)),this.removeEventListener(`click`,B(this,Hi))}get keysUsed(){return[`Enter`,` `]}get tooltipPlacement(){return D(this,Xi.TOOLTIP_PLACEMENT)}set tooltipPlacement(e){O(this,Xi.TOOLTIP_PLACEMENT,e)}get mediaController(){return D(this,v.MEDIA_CONTROLLER)}set mediaController(e){O(this,v.MEDIA_CONTROLLER,e)}get disabled(){return T(this,Xi.DISABLED)}set disabled(e){E(this,Xi.DISABLED,e)}get noTooltip(){return T(this,Xi.NO_TOOLTIP)}set noTooltip(e){E(this,Xi.NO_TOOLTIP,e)}handleClick(e){}};Vi=new WeakMap,Hi=new WeakMap,Ui=new WeakSet,Wi=function(){try{return this.matches(`:hover, :focus-visible`)}catch{return this.matches(`:hover, :focus`)}},Gi=new WeakMap,Ki=new WeakMap,qi=new WeakMap,Ji=new WeakSet,Yi=function(){this.addEventListener(`mouseenter`,B(this,Gi)),this.addEventListener(`focus`,B(this,Gi)),this.addEventListener(`click`,B(this,Hi));let e=this.tooltipPlacement;e&&this.tooltipEl&&(this.tooltipEl.placement=e)},V.shadowRootOptions={mode:`open`},V.getTemplateHTML=Zi,V.getSlotTemplateHTML=Qi,V.getTooltipContentHTML=$i,h.customElements.get(`media-chrome-button`)||h.customElements.define(`media-chrome-button`,V);var ea=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,ta=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function na(e){return`
    <style>
      :host([${y.MEDIA_PAUSED}]) slot[name=pause],
      :host(:not([${y.MEDIA_PAUSED}])) slot[name=play] {
        display: none !important;
      }

      :host([${y.MEDIA_PAUSED}]) slot[name=tooltip-pause],
      :host(:not([${y.MEDIA_PAUSED}])) slot[name=tooltip-play] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="play">${ea}</slot>
      <slot name="pause">${ta}</slot>
    </slot>
  `}function ra(){return`
    <slot name="tooltip-play">${A(`Play`)}</slot>
    <slot name="tooltip-pause">${A(`Pause`)}</slot>
  `}var ia=e=>{let t=e.mediaPaused?A(`play`):A(`pause`);e.setAttribute(`aria-label`,t)},aa=class extends V{static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PAUSED,y.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),ia(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),(e===y.MEDIA_PAUSED||e===y.MEDIA_LANG)&&ia(this)}get mediaPaused(){return T(this,y.MEDIA_PAUSED)}set mediaPaused(e){E(this,y.MEDIA_PAUSED,e)}handleClick(){let e=this.mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new h.CustomEvent(e,{composed:!0,bubbles:!0}))}};aa.getSlotTemplateHTML=na,aa.getTooltipContentHTML=ra,h.customElements.get(`media-play-button`)||h.customElements.define(`media-play-button`,aa);var oa=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,sa=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,ca=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function la(e){return`
    <style>
      :host(:not([${y.MEDIA_VOLUME_LEVEL}])) slot[name=icon] slot:not([name=high]),
      :host([${y.MEDIA_VOLUME_LEVEL}=high]) slot[name=icon] slot:not([name=high]) {
        display: none !important;
      }

      :host([${y.MEDIA_VOLUME_LEVEL}=off]) slot[name=icon] slot:not([name=off]) {
        display: none !important;
      }

      :host([${y.MEDIA_VOLUME_LEVEL}=low]) slot[name=icon] slot:not([name=low]) {
        display: none !important;
      }

      :host([${y.MEDIA_VOLUME_LEVEL}=medium]) slot[name=icon] slot:not([name=medium]) {
        display: none !important;
      }

      :host(:not([${y.MEDIA_VOLUME_LEVEL}=off])) slot[name=tooltip-unmute],
      :host([${y.MEDIA_VOLUME_LEVEL}=off]) slot[name=tooltip-mute] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="off">${oa}</slot>
      <slot name="low">${sa}</slot>
      <slot name="medium">${sa}</slot>
      <slot name="high">${ca}</slot>
    </slot>
  `}function ua(){return`
    <slot name="tooltip-mute">${A(`Mute`)}</slot>
    <slot name="tooltip-unmute">${A(`Unmute`)}</slot>
  `}var da=e=>{let t=e.mediaVolumeLevel===`off`?A(`unmute`):A(`mute`);e.setAttribute(`aria-label`,t)},fa=class extends V{static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),da(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_VOLUME_LEVEL&&da(this)}get mediaVolumeLevel(){return D(this,y.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(e){O(this,y.MEDIA_VOLUME_LEVEL,e)}handleClick(){let e=this.mediaVolumeLevel===`off`?_.MEDIA_UNMUTE_REQUEST:_.MEDIA_MUTE_REQUEST;this.dispatchEvent(new h.CustomEvent(e,{composed:!0,bubbles:!0}))}};fa.getSlotTemplateHTML=la,fa.getTooltipContentHTML=ua,h.customElements.get(`media-mute-button`)||h.customElements.define(`media-mute-button`,fa);var pa=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},H=(e,t,n)=>(pa(e,t,`read from private field`),n?n.call(e):t.get(e)),U=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ma=(e,t,n,r)=>(pa(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),ha=(e,t,n)=>(pa(e,t,`access private method`),n),ga,_a,va,ya,ba,xa,Sa,Ca,wa,Ta,Ea,Da,Oa,ka,Aa,ja,Ma,Na,Pa,Fa,Ia,La,Ra,za,Ba;function Va(e){return`
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
  `}function Ha(e){return``}var Ua=class extends h.HTMLElement{constructor(){if(super(),U(this,Ta),U(this,Da),U(this,ka),U(this,ja),U(this,Na),U(this,Fa),U(this,La),U(this,za),U(this,ga,void 0),U(this,_a,void 0),U(this,va,void 0),U(this,ya,void 0),U(this,ba,{}),U(this,xa,[]),U(this,Sa,()=>{if(this.range.matches(`:focus-visible`)){let{style:e}=S(this.shadowRoot,`:host`);e.setProperty(`--_focus-visible-box-shadow`,`var(--_focus-box-shadow)`)}}),U(this,Ca,()=>{let{style:e}=S(this.shadowRoot,`:host`);e.removeProperty(`--_focus-visible-box-shadow`)}),U(this,wa,()=>{let e=this.shadowRoot.querySelector(`#segments-clipping`);e&&e.parentNode.append(e)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}this.container=this.shadowRoot.querySelector(`#container`),ma(this,va,this.shadowRoot.querySelector(`#startpoint`)),ma(this,ya,this.shadowRoot.querySelector(`#endpoint`)),this.range=this.shadowRoot.querySelector(`#range`),this.appearance=this.shadowRoot.querySelector(`#appearance`)}static get observedAttributes(){return[`disabled`,`aria-disabled`,v.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===v.MEDIA_CONTROLLER?(t&&((i=(r=H(this,ga))?.unassociateElement)==null||i.call(r,this),ma(this,ga,null)),n&&this.isConnected&&(ma(this,ga,this.getRootNode()?.getElementById(n)),(o=(a=H(this,ga))?.associateElement)==null||o.call(a,this))):(e===`disabled`||e===`aria-disabled`&&t!==n)&&(n==null?(this.range.removeAttribute(e),ha(this,Da,Oa).call(this)):(this.range.setAttribute(e,n),ha(this,ka,Aa).call(this)))}connectedCallback(){var e,t;let{style:n}=S(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),H(this,ba).pointer=S(this.shadowRoot,`#pointer`),H(this,ba).progress=S(this.shadowRoot,`#progress`),H(this,ba).thumb=S(this.shadowRoot,`#thumb, ::slotted([slot="thumb"])`),H(this,ba).activeSegment=S(this.shadowRoot,`#segments-clipping rect:nth-child(0)`);let r=this.getAttribute(v.MEDIA_CONTROLLER);r&&(ma(this,ga,this.getRootNode()?.getElementById(r)),(t=(e=H(this,ga))?.associateElement)==null||t.call(e,this)),this.updateBar(),this.shadowRoot.addEventListener(`focusin`,H(this,Sa)),this.shadowRoot.addEventListener(`focusout`,H(this,Ca)),ha(this,Da,Oa).call(this),qe(this.container,H(this,wa))}disconnectedCallback(){var e,t;ha(this,ka,Aa).call(this),(t=(e=H(this,ga))?.unassociateElement)==null||t.call(e,this),ma(this,ga,null),this.shadowRoot.removeEventListener(`focusin`,H(this,Sa)),this.shadowRoot.removeEventListener(`focusout`,H(this,Ca)),Je(this.container,H(this,wa))}updatePointerBar(e){var t;(t=H(this,ba).pointer)==null||t.style.setProperty(`width`,`${this.getPointerRatio(e)*100}%`)}updateBar(){var e,t;let n=this.range.valueAsNumber*100;(e=H(this,ba).progress)==null||e.style.setProperty(`width`,`${n}%`),(t=H(this,ba).thumb)==null||t.style.setProperty(`left`,`${n}%`)}updateSegments(e){let t=this.shadowRoot.querySelector(`#segments-clipping`);if(t.textContent=``,this.container.classList.toggle(`segments`,!!e?.length),!e?.length)return;let n=[...new Set([+this.range.min,...e.flatMap(e=>[e.start,e.end]),+this.range.max])];ma(this,xa,[...n]);let r=n.pop();for(let[e,i]of n.entries()){let[a,o]=[e===0,e===n.length-1],s=a?`calc(var(--segments-gap) / -1)`:`${i*100}%`,c=`calc(${((o?r:n[e+1])-i)*100}%${a||o?``:` - var(--segments-gap)`})`,l=g.createElementNS(`http://www.w3.org/2000/svg`,`rect`),u=it(this.shadowRoot,`#segments-clipping rect:nth-child(${e+1})`);u.style.setProperty(`x`,s),u.style.setProperty(`width`,c),t.append(l)}}getPointerRatio(e){return nt(e.clientX,e.clientY,H(this,va).getBoundingClientRect(),H(this,ya).getBoundingClientRect())}get dragging(){return this.hasAttribute(`dragging`)}handleEvent(e){switch(e.type){case`pointermove`:ha(this,za,Ba).call(this,e);break;case`input`:this.updateBar();break;case`pointerenter`:ha(this,Na,Pa).call(this,e);break;case`pointerdown`:ha(this,ja,Ma).call(this,e);break;case`pointerup`:ha(this,Fa,Ia).call(this);break;case`pointerleave`:ha(this,La,Ra).call(this)}}get keysUsed(){return[`ArrowUp`,`ArrowRight`,`ArrowDown`,`ArrowLeft`]}};ga=new WeakMap,_a=new WeakMap,va=new WeakMap,ya=new WeakMap,ba=new WeakMap,xa=new WeakMap,Sa=new WeakMap,Ca=new WeakMap,wa=new WeakMap,Ta=new WeakSet,Ea=function(e){let t=H(this,ba).activeSegment;if(!t)return;let n=this.getPointerRatio(e),r=`#segments-clipping rect:nth-child(${H(this,xa).findIndex((e,t,r)=>{let i=r[t+1];return i!=null&&n>=e&&n<=i})+1})`;t.selectorText==r&&t.style.transform||(t.selectorText=r,t.style.setProperty(`transform`,`var(--media-range-segment-hover-transform, scaleY(2))`))},Da=new WeakSet,Oa=function(){!this.hasAttribute(`disabled`)&&this.isConnected&&(this.addEventListener(`input`,this),this.addEventListener(`pointerdown`,this),this.addEventListener(`pointerenter`,this))},ka=new WeakSet,Aa=function(){var e,t;this.removeEventListener(`input`,this),this.removeEventListener(`pointerdown`,this),this.removeEventListener(`pointerenter`,this),this.removeEventListener(`pointerleave`,this),(e=h.window)==null||e.removeEventListener(`pointerup`,this),(t=h.window)==null||t.removeEventListener(`pointermove`,this)},ja=new WeakSet,Ma=function(e){var t;ma(this,_a,e.composedPath().includes(this.range)),(t=h.window)==null||t.addEventListener(`pointerup`,this,{once:!0})},Na=new WeakSet,Pa=function(e){var t;e.pointerType!==`mouse`&&ha(this,ja,Ma).call(this,e),this.addEventListener(`pointerleave`,this,{once:!0}),(t=h.window)==null||t.addEventListener(`pointermove`,this)},Fa=new WeakSet,Ia=function(){var e;(e=h.window)==null||e.removeEventListener(`pointerup`,this),this.toggleAttribute(`dragging`,!1),this.range.disabled=this.hasAttribute(`disabled`)},La=new WeakSet,Ra=function(){var e,t;this.removeEventListener(`pointerleave`,this),(e=h.window)==null||e.removeEventListener(`pointermove`,this),this.toggleAttribute(`dragging`,!1),this.range.disabled=this.hasAttribute(`disabled`),(t=H(this,ba).activeSegment)==null||t.style.removeProperty(`transform`)},za=new WeakSet,Ba=function(e){(e.pointerType!==`pen`||e.buttons!==0)&&(this.toggleAttribute(`dragging`,e.buttons===1||e.pointerType!==`mouse`),this.updatePointerBar(e),ha(this,Ta,Ea).call(this,e),this.dragging&&(e.pointerType!==`mouse`||!H(this,_a))&&(this.range.disabled=!0,this.range.valueAsNumber=this.getPointerRatio(e),this.range.dispatchEvent(new Event(`input`,{bubbles:!0,composed:!0}))))},Ua.shadowRootOptions={mode:`open`},Ua.getTemplateHTML=Va,Ua.getContainerTemplateHTML=Ha,h.customElements.get(`media-chrome-range`)||h.customElements.define(`media-chrome-range`,Ua);var Wa=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ga=(e,t,n)=>(Wa(e,t,`read from private field`),n?n.call(e):t.get(e)),Ka=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},qa,Ja=1,Ya=e=>e.mediaMuted?0:e.mediaVolume,Xa=e=>`${Math.round(e*100)}%`,Za=class extends Ua{constructor(){super(...arguments),Ka(this,qa,()=>{let e=this.range.value,t=new h.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(t)})}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_VOLUME,y.MEDIA_MUTED,y.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute(`aria-label`,A(`volume`)),this.range.addEventListener(`input`,Ga(this,qa))}disconnectedCallback(){this.range.removeEventListener(`input`,Ga(this,qa)),super.disconnectedCallback()}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),(e===y.MEDIA_VOLUME||e===y.MEDIA_MUTED)&&(this.range.valueAsNumber=Ya(this),this.range.setAttribute(`aria-valuetext`,Xa(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return C(this,y.MEDIA_VOLUME,Ja)}set mediaVolume(e){w(this,y.MEDIA_VOLUME,e)}get mediaMuted(){return T(this,y.MEDIA_MUTED)}set mediaMuted(e){E(this,y.MEDIA_MUTED,e)}get mediaVolumeUnavailable(){return D(this,y.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(e){O(this,y.MEDIA_VOLUME_UNAVAILABLE,e)}};qa=new WeakMap,h.customElements.get(`media-volume-range`)||h.customElements.define(`media-volume-range`,Za);var Qa=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},$a=(e,t,n)=>(Qa(e,t,`read from private field`),n?n.call(e):t.get(e)),eo=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},to=(e,t,n,r)=>(Qa(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),no;function ro(e){return`
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
  `}var io=class extends h.HTMLElement{constructor(){if(super(),eo(this,no,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[v.MEDIA_CONTROLLER,y.MEDIA_PREVIEW_IMAGE,y.MEDIA_PREVIEW_COORDS]}connectedCallback(){var e,t;let n=this.getAttribute(v.MEDIA_CONTROLLER);n&&(to(this,no,this.getRootNode()?.getElementById(n)),(t=(e=$a(this,no))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=$a(this,no))?.unassociateElement)==null||t.call(e,this),to(this,no,null)}attributeChangedCallback(e,t,n){var r,i,a,o;[y.MEDIA_PREVIEW_IMAGE,y.MEDIA_PREVIEW_COORDS].includes(e)&&this.update(),e===v.MEDIA_CONTROLLER&&(t&&((i=(r=$a(this,no))?.unassociateElement)==null||i.call(r,this),to(this,no,null)),n&&this.isConnected&&(to(this,no,this.getRootNode()?.getElementById(n)),(o=(a=$a(this,no))?.associateElement)==null||o.call(a,this)))}get mediaPreviewImage(){return D(this,y.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){O(this,y.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewCoords(){let e=this.getAttribute(y.MEDIA_PREVIEW_COORDS);if(e)return e.split(/\s+/).map(e=>+e)}set mediaPreviewCoords(e){e?this.setAttribute(y.MEDIA_PREVIEW_COORDS,e.join(` `)):this.removeAttribute(y.MEDIA_PREVIEW_COORDS)}update(){let e=this.mediaPreviewCoords,t=this.mediaPreviewImage;if(!(e&&t))return;let[n,r,i,a]=e,o=t.split(`#`)[0],s=getComputedStyle(this),{maxWidth:c,maxHeight:l,minWidth:u,minHeight:d}=s,f=s.getPropertyValue(`--media-preview-thumbnail-object-fit`).trim()||`contain`,p,m;if(f===`fill`){let e=parseInt(c)/i,t=parseInt(l)/a,n=parseInt(u)/i,r=parseInt(d)/a;p=e<1?e:Math.max(e,n),m=t<1?t:Math.max(t,r)}else{let e=Math.min(parseInt(c)/i,parseInt(l)/a),t=Math.max(parseInt(u)/i,parseInt(d)/a),n=e<1?e:t>1?t:1;p=n,m=n}let{style:ee}=S(this.shadowRoot,`:host`),te=S(this.shadowRoot,`img`).style,ne=this.shadowRoot.querySelector(`img`),re=Math.min(p,m)<1?`min`:`max`;ee.setProperty(`${re}-width`,`initial`,`important`),ee.setProperty(`${re}-height`,`initial`,`important`),ee.width=`${i*p}px`,ee.height=`${a*m}px`;let ie=()=>{te.width=`${this.imgWidth*p}px`,te.height=`${this.imgHeight*m}px`,te.display=`block`};ne.src!==o&&(ne.onload=()=>{this.imgWidth=ne.naturalWidth,this.imgHeight=ne.naturalHeight,ie(),ne.onload=null},ne.src=o,ie()),ie(),te.transform=`translate(-${n*p}px, -${r*m}px)`}};no=new WeakMap,io.shadowRootOptions={mode:`open`},io.getTemplateHTML=ro,h.customElements.get(`media-preview-thumbnail`)||h.customElements.define(`media-preview-thumbnail`,io);var ao=io,oo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},so=(e,t,n)=>(oo(e,t,`read from private field`),n?n.call(e):t.get(e)),co=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},lo=(e,t,n,r)=>(oo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),uo;function fo(e,t={}){return`
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
  `}function po(e,t){return`
    <slot></slot>
  `}var mo=class extends h.HTMLElement{constructor(){if(super(),co(this,uo,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[v.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===v.MEDIA_CONTROLLER&&(t&&((i=(r=so(this,uo))?.unassociateElement)==null||i.call(r,this),lo(this,uo,null)),n&&this.isConnected&&(lo(this,uo,this.getRootNode()?.getElementById(n)),(o=(a=so(this,uo))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let{style:n}=S(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`);let r=this.getAttribute(v.MEDIA_CONTROLLER);r&&(lo(this,uo,this.getRootNode()?.getElementById(r)),(t=(e=so(this,uo))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=so(this,uo))?.unassociateElement)==null||t.call(e,this),lo(this,uo,null)}};uo=new WeakMap,mo.shadowRootOptions={mode:`open`},mo.getTemplateHTML=fo,mo.getSlotTemplateHTML=po,h.customElements.get(`media-text-display`)||h.customElements.define(`media-text-display`,mo);var ho=[{singular:`hour`,plural:`hours`},{singular:`minute`,plural:`minutes`},{singular:`second`,plural:`seconds`}],go=(e,t)=>`${e} ${A(e===1?ho[t].singular:ho[t].plural)}`,_o=e=>{if(!Xn(e))return``;let t=Math.abs(e),n=t!==e,r=new Date(0,0,0,0,0,t,0),i=[r.getHours(),r.getMinutes(),r.getSeconds()].map((e,t)=>e&&go(e,t)).filter(e=>e).join(`, `);return n?A(`{time} remaining`,{time:i}):t===0?go(0,2):i};function vo(e,t){let n=!1;e<0&&(n=!0,e=0-e),e=e<0?0:e;let r=Math.floor(e%60),i=Math.floor(e/60%60),a=Math.floor(e/3600),o=Math.floor(t/60%60),s=Math.floor(t/3600);return(isNaN(e)||e===1/0)&&(a=i=r=`0`),a=a>0||s>0?a+`:`:``,i=((a||o>=10)&&i<10?`0`+i:i)+`:`,r=r<10?`0`+r:r,(n?`-`:``)+a+i+r}Object.freeze({length:0,start(e){let t=e>>>0;if(t>=this.length)throw new DOMException(`Failed to execute 'start' on 'TimeRanges': The index provided (${t}) is greater than or equal to the maximum bound (${this.length}).`);return 0},end(e){let t=e>>>0;if(t>=this.length)throw new DOMException(`Failed to execute 'end' on 'TimeRanges': The index provided (${t}) is greater than or equal to the maximum bound (${this.length}).`);return 0}});var yo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},bo=(e,t,n)=>(yo(e,t,`read from private field`),n?n.call(e):t.get(e)),xo=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},So=(e,t,n,r)=>(yo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Co,wo=class extends mo{constructor(){super(),xo(this,Co,void 0),So(this,Co,this.shadowRoot.querySelector(`slot`)),bo(this,Co).textContent=vo(0)}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PREVIEW_TIME]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_PREVIEW_TIME&&n!=null&&(bo(this,Co).textContent=vo(parseFloat(n)))}get mediaPreviewTime(){return C(this,y.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){w(this,y.MEDIA_PREVIEW_TIME,e)}};Co=new WeakMap,h.customElements.get(`media-preview-time-display`)||h.customElements.define(`media-preview-time-display`,wo);var To=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Eo=(e,t,n)=>(To(e,t,`read from private field`),n?n.call(e):t.get(e)),Do=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Oo=(e,t,n,r)=>(To(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),ko,Ao=class extends mo{constructor(){super(),Do(this,ko,void 0),Oo(this,ko,this.shadowRoot.querySelector(`slot`))}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PREVIEW_CHAPTER,y.MEDIA_LANG]}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),(e===y.MEDIA_PREVIEW_CHAPTER||e===y.MEDIA_LANG)&&n!==t&&n!=null){if(Eo(this,ko).textContent=n,n!==``){let e=A(`chapter: {chapterName}`,{chapterName:n});this.setAttribute(`aria-valuetext`,e)}else this.removeAttribute(`aria-valuetext`)}}get mediaPreviewChapter(){return D(this,y.MEDIA_PREVIEW_CHAPTER)}set mediaPreviewChapter(e){O(this,y.MEDIA_PREVIEW_CHAPTER,e)}};ko=new WeakMap,h.customElements.get(`media-preview-chapter-display`)||h.customElements.define(`media-preview-chapter-display`,Ao);var jo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},W=(e,t,n)=>(jo(e,t,`read from private field`),n?n.call(e):t.get(e)),Mo=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},G=(e,t,n,r)=>(jo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),No=(e,t,n,r)=>({set _(r){G(e,t,r,n)},get _(){return W(e,t,r)}}),Po,Fo,Io,Lo,Ro,zo,Bo,Vo,Ho,Uo,Wo=class{constructor(e,t,n){Mo(this,Po,void 0),Mo(this,Fo,void 0),Mo(this,Io,void 0),Mo(this,Lo,void 0),Mo(this,Ro,void 0),Mo(this,zo,void 0),Mo(this,Bo,void 0),Mo(this,Vo,void 0),Mo(this,Ho,0),Mo(this,Uo,(e=performance.now())=>{G(this,Ho,requestAnimationFrame(W(this,Uo))),G(this,Lo,performance.now()-W(this,Io));let t=1e3/this.fps;if(W(this,Lo)>t){G(this,Io,e-W(this,Lo)%t);let n=1e3/((e-W(this,Fo))/++No(this,Ro)._),r=(e-W(this,zo))/1e3/this.duration,i=W(this,Bo)+r*this.playbackRate;i-W(this,Po).valueAsNumber>0?G(this,Vo,this.playbackRate/this.duration/n):(G(this,Vo,.995*W(this,Vo)),i=W(this,Po).valueAsNumber+W(this,Vo)),this.callback(i)}}),G(this,Po,e),this.callback=t,this.fps=n}start(){W(this,Ho)===0&&(G(this,Io,performance.now()),G(this,Fo,W(this,Io)),G(this,Ro,0),W(this,Uo).call(this))}stop(){W(this,Ho)!==0&&(cancelAnimationFrame(W(this,Ho)),G(this,Ho,0))}update({start:e,duration:t,playbackRate:n}){let r=e-W(this,Po).valueAsNumber,i=Math.abs(t-this.duration);(r>0||r<-.5/t||i>=.5)&&this.callback(e),G(this,Bo,e),G(this,zo,performance.now()),this.duration=t,this.playbackRate=n}};Po=new WeakMap,Fo=new WeakMap,Io=new WeakMap,Lo=new WeakMap,Ro=new WeakMap,zo=new WeakMap,Bo=new WeakMap,Vo=new WeakMap,Ho=new WeakMap,Uo=new WeakMap;var Go=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},K=(e,t,n)=>(Go(e,t,`read from private field`),n?n.call(e):t.get(e)),q=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},J=(e,t,n,r)=>(Go(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Y=(e,t,n)=>(Go(e,t,`access private method`),n),Ko,qo,Jo,Yo,Xo,Zo,Qo,$o,es,ts,ns,rs,is,as,os,ss,cs,ls,us,ds,fs,ps,ms,hs,gs,_s,vs=e=>{let t=e.range,n=_o(+xs(e)),r=_o(+e.mediaSeekableEnd),i=n&&r?A(`{currentTime} of {totalTime}`,{currentTime:n,totalTime:r}):A(`video not loaded, unknown time.`);t.setAttribute(`aria-valuetext`,i)};function ys(e){return`
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

      :host(:is([${y.MEDIA_PREVIEW_IMAGE}], [${y.MEDIA_PREVIEW_TIME}])[dragging]) [part~="preview-box"] {
        transition-duration: var(--media-preview-transition-duration-in, .5s);
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        visibility: visible;
        opacity: 1;
      }

      @media (hover: hover) {
        :host(:is([${y.MEDIA_PREVIEW_IMAGE}], [${y.MEDIA_PREVIEW_TIME}]):hover) [part~="preview-box"] {
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

      :host([${y.MEDIA_PREVIEW_IMAGE}][dragging]) media-preview-thumbnail,
      :host([${y.MEDIA_PREVIEW_IMAGE}][dragging]) ::slotted(media-preview-thumbnail) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        visibility: visible;
      }

      @media (hover: hover) {
        :host([${y.MEDIA_PREVIEW_IMAGE}]:hover) media-preview-thumbnail,
        :host([${y.MEDIA_PREVIEW_IMAGE}]:hover) ::slotted(media-preview-thumbnail) {
          transition-delay: var(--media-preview-transition-delay-in, .25s);
          visibility: visible;
        }

        :host([${y.MEDIA_PREVIEW_TIME}]:hover) {
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

      :host([${y.MEDIA_PREVIEW_IMAGE}]) media-preview-chapter-display,
      :host([${y.MEDIA_PREVIEW_IMAGE}]) ::slotted(media-preview-chapter-display) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        border-radius: var(--media-preview-chapter-border-radius, 0);
        padding: var(--media-preview-chapter-padding, 3.5px 9px 0);
        margin: var(--media-preview-chapter-margin, 0);
        min-width: 100%;
      }

      media-preview-chapter-display[${y.MEDIA_PREVIEW_CHAPTER}],
      ::slotted(media-preview-chapter-display[${y.MEDIA_PREVIEW_CHAPTER}]) {
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

      :host([${y.MEDIA_PREVIEW_IMAGE}]) media-preview-time-display,
      :host([${y.MEDIA_PREVIEW_IMAGE}]) ::slotted(media-preview-time-display) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        border-radius: var(--media-preview-time-border-radius,
          0 0 var(--media-preview-border-radius) var(--media-preview-border-radius));
        min-width: 100%;
      }

      :host([${y.MEDIA_PREVIEW_TIME}]:hover) {
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
          <template shadowrootmode="${ao.shadowRootOptions.mode}">
            ${ao.getTemplateHTML({})}
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
  `}var bs=(e,t=e.mediaCurrentTime)=>{let n=Number.isFinite(e.mediaSeekableStart)?e.mediaSeekableStart:0,r=Number.isFinite(e.mediaDuration)?e.mediaDuration:e.mediaSeekableEnd;if(Number.isNaN(r))return 0;let i=(t-n)/(r-n);return Math.max(0,Math.min(i,1))},xs=(e,t=e.range.valueAsNumber)=>{let n=Number.isFinite(e.mediaSeekableStart)?e.mediaSeekableStart:0,r=Number.isFinite(e.mediaDuration)?e.mediaDuration:e.mediaSeekableEnd;return Number.isNaN(r)?0:t*(r-n)+n},Ss=class extends Ua{constructor(){super(),q(this,rs),q(this,os),q(this,cs),q(this,us),q(this,fs),q(this,ms),q(this,gs),q(this,Ko,null),q(this,qo,void 0),q(this,Jo,void 0),q(this,Yo,void 0),q(this,Xo,void 0),q(this,Zo,void 0),q(this,Qo,void 0),q(this,$o,void 0),q(this,es,void 0),q(this,ts,void 0),q(this,ns,()=>{Y(this,rs,is).call(this)?K(this,qo).start():K(this,qo).stop()}),q(this,as,e=>{this.dragging||(Xn(e)&&(this.range.valueAsNumber=e),K(this,ts)||this.updateBar())}),this.shadowRoot.querySelector(`#track`).insertAdjacentHTML(`afterbegin`,`<div id="buffered" part="buffered"></div>`),J(this,Jo,this.shadowRoot.querySelectorAll(`[part~="box"]`)),J(this,Xo,this.shadowRoot.querySelector(`[part~="preview-box"]`)),J(this,Zo,this.shadowRoot.querySelector(`[part~="current-box"]`));let e=getComputedStyle(this);J(this,Qo,parseInt(e.getPropertyValue(`--media-box-padding-left`))),J(this,$o,parseInt(e.getPropertyValue(`--media-box-padding-right`))),J(this,qo,new Wo(this.range,K(this,as),60))}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PAUSED,y.MEDIA_DURATION,y.MEDIA_SEEKABLE,y.MEDIA_CURRENT_TIME,y.MEDIA_PREVIEW_IMAGE,y.MEDIA_PREVIEW_TIME,y.MEDIA_PREVIEW_CHAPTER,y.MEDIA_BUFFERED,y.MEDIA_PLAYBACK_RATE,y.MEDIA_LOADING,y.MEDIA_ENDED]}connectedCallback(){var e;super.connectedCallback(),this.range.setAttribute(`aria-label`,A(`seek`)),K(this,ns).call(this),J(this,Ko,this.getRootNode()),(e=K(this,Ko))==null||e.addEventListener(`transitionstart`,this)}disconnectedCallback(){var e;super.disconnectedCallback(),K(this,qo).stop(),(e=K(this,Ko))==null||e.removeEventListener(`transitionstart`,this),J(this,Ko,null)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),t!=n&&(e===y.MEDIA_CURRENT_TIME||e===y.MEDIA_PAUSED||e===y.MEDIA_ENDED||e===y.MEDIA_LOADING||e===y.MEDIA_DURATION||e===y.MEDIA_SEEKABLE?(K(this,qo).update({start:bs(this),duration:this.mediaSeekableEnd-this.mediaSeekableStart,playbackRate:this.mediaPlaybackRate}),K(this,ns).call(this),vs(this)):e===y.MEDIA_BUFFERED&&this.updateBufferedBar(),(e===y.MEDIA_DURATION||e===y.MEDIA_SEEKABLE)&&(this.mediaChaptersCues=K(this,es),this.updateBar()))}get mediaChaptersCues(){return K(this,es)}set mediaChaptersCues(e){J(this,es,e),this.updateSegments(K(this,es)?.map(e=>({start:bs(this,e.startTime),end:bs(this,e.endTime)})))}get mediaPaused(){return T(this,y.MEDIA_PAUSED)}set mediaPaused(e){E(this,y.MEDIA_PAUSED,e)}get mediaLoading(){return T(this,y.MEDIA_LOADING)}set mediaLoading(e){E(this,y.MEDIA_LOADING,e)}get mediaDuration(){return C(this,y.MEDIA_DURATION)}set mediaDuration(e){w(this,y.MEDIA_DURATION,e)}get mediaCurrentTime(){return C(this,y.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){w(this,y.MEDIA_CURRENT_TIME,e)}get mediaPlaybackRate(){return C(this,y.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){w(this,y.MEDIA_PLAYBACK_RATE,e)}get mediaBuffered(){let e=this.getAttribute(y.MEDIA_BUFFERED);return e?e.split(` `).map(e=>e.split(`:`).map(e=>+e)):[]}set mediaBuffered(e){if(!e){this.removeAttribute(y.MEDIA_BUFFERED);return}let t=e.map(e=>e.join(`:`)).join(` `);this.setAttribute(y.MEDIA_BUFFERED,t)}get mediaSeekable(){let e=this.getAttribute(y.MEDIA_SEEKABLE);if(e)return e.split(`:`).map(e=>+e)}set mediaSeekable(e){e==null?this.removeAttribute(y.MEDIA_SEEKABLE):this.setAttribute(y.MEDIA_SEEKABLE,e.join(`:`))}get mediaSeekableEnd(){let[,e=this.mediaDuration]=this.mediaSeekable??[];return e}get mediaSeekableStart(){let[e=0]=this.mediaSeekable??[];return e}get mediaPreviewImage(){return D(this,y.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){O(this,y.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewTime(){return C(this,y.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){w(this,y.MEDIA_PREVIEW_TIME,e)}get mediaEnded(){return T(this,y.MEDIA_ENDED)}set mediaEnded(e){E(this,y.MEDIA_ENDED,e)}updateBar(){super.updateBar(),this.updateBufferedBar(),this.updateCurrentBox()}updateBufferedBar(){let e=this.mediaBuffered;if(!e.length)return;let t;if(this.mediaEnded)t=1;else{let n=this.mediaCurrentTime,[,r=this.mediaSeekableStart]=e.find(([e,t])=>e<=n&&n<=t)??[];t=bs(this,r)}let{style:n}=S(this.shadowRoot,`#buffered`);n.setProperty(`width`,`${t*100}%`)}updateCurrentBox(){if(!this.shadowRoot.querySelector(`slot[name="current"]`).assignedElements().length)return;let e=S(this.shadowRoot,`#current-rail`),t=S(this.shadowRoot,`[part~="current-box"]`),n=Y(this,os,ss).call(this,K(this,Zo)),r=Y(this,cs,ls).call(this,n,this.range.valueAsNumber),i=Y(this,us,ds).call(this,n,this.range.valueAsNumber);e.style.transform=`translateX(${r})`,e.style.setProperty(`--_range-width`,`${n.range.width}`),t.style.setProperty(`--_box-shift`,`${i}`),t.style.setProperty(`--_box-width`,`${n.box.width}px`),t.style.setProperty(`visibility`,`initial`)}handleEvent(e){switch(super.handleEvent(e),e.type){case`input`:Y(this,gs,_s).call(this);break;case`pointermove`:Y(this,fs,ps).call(this,e);break;case`pointerup`:K(this,ts)&&J(this,ts,!1);break;case`pointerdown`:J(this,ts,!0);break;case`pointerleave`:Y(this,ms,hs).call(this,null);break;case`transitionstart`:Ze(e.target,this)&&setTimeout(()=>K(this,ns).call(this),0)}}};Ko=new WeakMap,qo=new WeakMap,Jo=new WeakMap,Yo=new WeakMap,Xo=new WeakMap,Zo=new WeakMap,Qo=new WeakMap,$o=new WeakMap,es=new WeakMap,ts=new WeakMap,ns=new WeakMap,rs=new WeakSet,is=function(){return this.isConnected&&!this.mediaPaused&&!this.mediaLoading&&!this.mediaEnded&&this.mediaSeekableEnd>0&&tt(this)},as=new WeakMap,os=new WeakSet,ss=function(e){let t=((this.getAttribute(`bounds`)?Qe(this,`#${this.getAttribute(`bounds`)}`):this.parentElement)??this).getBoundingClientRect(),n=this.range.getBoundingClientRect(),r=e.offsetWidth;return{box:{width:r,min:-(n.left-t.left-r/2),max:t.right-n.left-r/2},bounds:t,range:n}},cs=new WeakSet,ls=function(e,t){let n=`${t*100}%`,{width:r,min:i,max:a}=e.box;if(!r)return n;if(Number.isNaN(i)||(n=`max(${`calc(1 / var(--_range-width) * 100 * ${i}% + var(--media-box-padding-left))`}, ${n})`),!Number.isNaN(a)){let e=`calc(1 / var(--_range-width) * 100 * ${a}% - var(--media-box-padding-right))`;n=`min(${n}, ${e})`}return n},us=new WeakSet,ds=function(e,t){let{width:n,min:r,max:i}=e.box,a=t*e.range.width;if(a<r+K(this,Qo)){let t=e.range.left-e.bounds.left-K(this,Qo);return`${a-n/2+t}px`}if(a>i-K(this,$o)){let t=e.bounds.right-e.range.right-K(this,$o);return`${a+n/2-t-e.range.width}px`}return 0},fs=new WeakSet,ps=function(e){let t=[...K(this,Jo)].some(t=>e.composedPath().includes(t));if(!this.dragging&&(t||!e.composedPath().includes(this))){Y(this,ms,hs).call(this,null);return}let n=this.mediaSeekableEnd;if(!n)return;let r=S(this.shadowRoot,`#preview-rail`),i=S(this.shadowRoot,`[part~="preview-box"]`),a=Y(this,os,ss).call(this,K(this,Xo)),o=(e.clientX-a.range.left)/a.range.width;o=Math.max(0,Math.min(1,o));let s=Y(this,cs,ls).call(this,a,o),c=Y(this,us,ds).call(this,a,o);r.style.transform=`translateX(${s})`,r.style.setProperty(`--_range-width`,`${a.range.width}`),i.style.setProperty(`--_box-shift`,`${c}`),i.style.setProperty(`--_box-width`,`${a.box.width}px`);let l=Math.round(K(this,Yo))-Math.round(o*n);Math.abs(l)<1&&o>.01&&o<.99||(J(this,Yo,o*n),Y(this,ms,hs).call(this,K(this,Yo)))},ms=new WeakSet,hs=function(e){this.dispatchEvent(new h.CustomEvent(_.MEDIA_PREVIEW_REQUEST,{composed:!0,bubbles:!0,detail:e}))},gs=new WeakSet,_s=function(){K(this,qo).stop();let e=xs(this);this.dispatchEvent(new h.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:e}))},Ss.shadowRootOptions={mode:`open`},Ss.getContainerTemplateHTML=ys,h.customElements.get(`media-time-range`)||h.customElements.define(`media-time-range`,Ss);var Cs=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},ws=(e,t,n)=>(Cs(e,t,`read from private field`),n?n.call(e):t.get(e)),Ts=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Es=(e,t,n,r)=>(Cs(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Ds=(e,t,n)=>(Cs(e,t,`access private method`),n),Os,ks,As,js,Ms,Ns,Ps,Fs,Is,Ls,Rs,zs={REMAINING:`remaining`,SHOW_DURATION:`showduration`,NO_TOGGLE:`notoggle`},Bs=[...Object.values(zs),y.MEDIA_CURRENT_TIME,y.MEDIA_DURATION,y.MEDIA_SEEKABLE],Vs=[`Enter`,` `],Hs=`&nbsp;/&nbsp;`,Us=(e,{timesSep:t=Hs}={})=>{let n=e.mediaCurrentTime??0,[,r]=e.mediaSeekable??[],i=0;Number.isFinite(e.mediaDuration)?i=e.mediaDuration:Number.isFinite(r)&&(i=r);let a=e.remaining?vo(0-(i-n)):vo(n);return e.showDuration?`${a}${t}${vo(i)}`:a},Ws=e=>{let t=e.mediaCurrentTime,[,n]=e.mediaSeekable??[],r=null;if(Number.isFinite(e.mediaDuration)?r=e.mediaDuration:Number.isFinite(n)&&(r=n),t==null||r===null){e.setAttribute(`aria-description`,A(`video not loaded, unknown time.`));return}let i=e.remaining?_o(0-(r-t)):_o(t);if(!e.showDuration){e.setAttribute(`aria-description`,i);return}let a=A(`{currentTime} of {totalTime}`,{currentTime:i,totalTime:_o(r)});e.setAttribute(`aria-description`,a)};function Gs(e,t){return`
    <slot>${Us(t)}</slot>
  `}var Ks=e=>{e.setAttribute(`aria-label`,A(`playback time`))},qs=class extends mo{constructor(){super(),Ts(this,js),Ts(this,Ns),Ts(this,Fs),Ts(this,Ls),Ts(this,Os,void 0),Ts(this,ks,null),Ts(this,As,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!Vs.includes(r)?this.removeEventListener(`keyup`,ws(this,ks)):this.addEventListener(`keyup`,ws(this,ks))}),Es(this,Os,this.shadowRoot.querySelector(`slot`)),ws(this,Os).innerHTML=`${Us(this)}`}static get observedAttributes(){return[...super.observedAttributes,...Bs,`disabled`]}connectedCallback(){let{style:e}=S(this.shadowRoot,`:host(:hover:not([notoggle]))`);e.setProperty(`cursor`,`var(--media-cursor, pointer)`),e.setProperty(`background`,`var(--media-control-hover-background, rgba(50 50 70 / .7))`),this.setAttribute(`aria-label`,A(`playback time`)),Ds(this,Fs,Is).call(this),super.connectedCallback()}toggleTimeDisplay(){this.noToggle||(this.hasAttribute(`remaining`)?this.removeAttribute(`remaining`):this.setAttribute(`remaining`,``))}disconnectedCallback(){this.disable(),Ds(this,Ns,Ps).call(this),super.disconnectedCallback()}attributeChangedCallback(e,t,n){Ks(this),Bs.includes(e)?this.update():e===`disabled`&&n!==t?n==null?Ds(this,Fs,Is).call(this):Ds(this,Ls,Rs).call(this):e===zs.NO_TOGGLE&&n!==t&&(this.noToggle?Ds(this,Ls,Rs).call(this):Ds(this,Fs,Is).call(this)),super.attributeChangedCallback(e,t,n)}enable(){this.noToggle||(this.tabIndex=0)}disable(){this.tabIndex=-1}get remaining(){return T(this,zs.REMAINING)}set remaining(e){E(this,zs.REMAINING,e)}get showDuration(){return T(this,zs.SHOW_DURATION)}set showDuration(e){E(this,zs.SHOW_DURATION,e)}get noToggle(){return T(this,zs.NO_TOGGLE)}set noToggle(e){E(this,zs.NO_TOGGLE,e)}get mediaDuration(){return C(this,y.MEDIA_DURATION)}set mediaDuration(e){w(this,y.MEDIA_DURATION,e)}get mediaCurrentTime(){return C(this,y.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){w(this,y.MEDIA_CURRENT_TIME,e)}get mediaSeekable(){let e=this.getAttribute(y.MEDIA_SEEKABLE);if(e)return e.split(`:`).map(e=>+e)}set mediaSeekable(e){e==null?this.removeAttribute(y.MEDIA_SEEKABLE):this.setAttribute(y.MEDIA_SEEKABLE,e.join(`:`))}update(){let e=Us(this);Ws(this),e!==ws(this,Os).innerHTML&&(ws(this,Os).innerHTML=e)}};Os=new WeakMap,ks=new WeakMap,As=new WeakMap,js=new WeakSet,Ms=function(){ws(this,ks)||(Es(this,ks,e=>{let{key:t}=e;Vs.includes(t)?this.toggleTimeDisplay():this.removeEventListener(`keyup`,ws(this,ks))}),this.addEventListener(`keydown`,ws(this,As)),this.addEventListener(`click`,this.toggleTimeDisplay))},Ns=new WeakSet,Ps=function(){ws(this,ks)&&(this.removeEventListener(`keyup`,ws(this,ks)),this.removeEventListener(`keydown`,ws(this,As)),this.removeEventListener(`click`,this.toggleTimeDisplay),Es(this,ks,null))},Fs=new WeakSet,Is=function(){!this.noToggle&&!this.hasAttribute(`disabled`)&&(this.setAttribute(`role`,`button`),this.enable(),Ds(this,js,Ms).call(this))},Ls=new WeakSet,Rs=function(){this.removeAttribute(`role`),this.disable(),Ds(this,Ns,Ps).call(this)},qs.getSlotTemplateHTML=Gs,h.customElements.get(`media-time-display`)||h.customElements.define(`media-time-display`,qs);var Js=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M22.83 5.68a2.58 2.58 0 0 0-2.3-2.5c-3.62-.24-11.44-.24-15.06 0a2.58 2.58 0 0 0-2.3 2.5c-.23 4.21-.23 8.43 0 12.64a2.58 2.58 0 0 0 2.3 2.5c3.62.24 11.44.24 15.06 0a2.58 2.58 0 0 0 2.3-2.5c.23-4.21.23-8.43 0-12.64Zm-11.39 9.45a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.92 3.92 0 0 1 .92-2.77 3.18 3.18 0 0 1 2.43-1 2.94 2.94 0 0 1 2.13.78c.364.359.62.813.74 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.17 1.61 1.61 0 0 0-1.29.58 2.79 2.79 0 0 0-.5 1.89 3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.48 1.48 0 0 0 1-.37 2.1 2.1 0 0 0 .59-1.14l1.4.44a3.23 3.23 0 0 1-1.07 1.69Zm7.22 0a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.88 3.88 0 0 1 .93-2.77 3.14 3.14 0 0 1 2.42-1 3 3 0 0 1 2.16.82 2.8 2.8 0 0 1 .73 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.21 1.61 1.61 0 0 0-1.29.58A2.79 2.79 0 0 0 15 12a3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.44 1.44 0 0 0 1-.37 2.1 2.1 0 0 0 .6-1.15l1.4.44a3.17 3.17 0 0 1-1.1 1.7Z"/>
</svg>`,Ys=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M17.73 14.09a1.4 1.4 0 0 1-1 .37 1.579 1.579 0 0 1-1.27-.58A3 3 0 0 1 15 12a2.8 2.8 0 0 1 .5-1.85 1.63 1.63 0 0 1 1.29-.57 1.47 1.47 0 0 1 1.51 1.2l1.43-.34A2.89 2.89 0 0 0 19 9.07a3 3 0 0 0-2.14-.78 3.14 3.14 0 0 0-2.42 1 3.91 3.91 0 0 0-.93 2.78 3.74 3.74 0 0 0 .92 2.66 3.07 3.07 0 0 0 2.34 1 3.07 3.07 0 0 0 1.91-.57 3.17 3.17 0 0 0 1.07-1.74l-1.4-.45c-.083.43-.3.822-.62 1.12Zm-7.22 0a1.43 1.43 0 0 1-1 .37 1.58 1.58 0 0 1-1.27-.58A3 3 0 0 1 7.76 12a2.8 2.8 0 0 1 .5-1.85 1.63 1.63 0 0 1 1.29-.57 1.47 1.47 0 0 1 1.51 1.2l1.43-.34a2.81 2.81 0 0 0-.74-1.32 2.94 2.94 0 0 0-2.13-.78 3.18 3.18 0 0 0-2.43 1 4 4 0 0 0-.92 2.78 3.74 3.74 0 0 0 .92 2.66 3.07 3.07 0 0 0 2.34 1 3.07 3.07 0 0 0 1.91-.57 3.23 3.23 0 0 0 1.07-1.74l-1.4-.45a2.06 2.06 0 0 1-.6 1.07Zm12.32-8.41a2.59 2.59 0 0 0-2.3-2.51C18.72 3.05 15.86 3 13 3c-2.86 0-5.72.05-7.53.17a2.59 2.59 0 0 0-2.3 2.51c-.23 4.207-.23 8.423 0 12.63a2.57 2.57 0 0 0 2.3 2.5c1.81.13 4.67.19 7.53.19 2.86 0 5.72-.06 7.53-.19a2.57 2.57 0 0 0 2.3-2.5c.23-4.207.23-8.423 0-12.63Zm-1.49 12.53a1.11 1.11 0 0 1-.91 1.11c-1.67.11-4.45.18-7.43.18-2.98 0-5.76-.07-7.43-.18a1.11 1.11 0 0 1-.91-1.11c-.21-4.14-.21-8.29 0-12.43a1.11 1.11 0 0 1 .91-1.11C7.24 4.56 10 4.49 13 4.49s5.76.07 7.43.18a1.11 1.11 0 0 1 .91 1.11c.21 4.14.21 8.29 0 12.43Z"/>
</svg>`;function Xs(e){return`
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
      <slot name="on">${Js}</slot>
      <slot name="off">${Ys}</slot>
    </slot>
  `}function Zs(){return`
    <slot name="tooltip-enable">${A(`Enable captions`)}</slot>
    <slot name="tooltip-disable">${A(`Disable captions`)}</slot>
  `}var Qs=e=>{e.setAttribute(`aria-checked`,cr(e).toString())},$s=class extends V{static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_SUBTITLES_LIST,y.MEDIA_SUBTITLES_SHOWING]}connectedCallback(){super.connectedCallback(),this.setAttribute(`role`,`button`),this.setAttribute(`aria-label`,A(`closed captions`)),Qs(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_SUBTITLES_SHOWING&&Qs(this)}get mediaSubtitlesList(){return ec(this,y.MEDIA_SUBTITLES_LIST)}set mediaSubtitlesList(e){tc(this,y.MEDIA_SUBTITLES_LIST,e)}get mediaSubtitlesShowing(){return ec(this,y.MEDIA_SUBTITLES_SHOWING)}set mediaSubtitlesShowing(e){tc(this,y.MEDIA_SUBTITLES_SHOWING,e)}handleClick(){this.dispatchEvent(new h.CustomEvent(_.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}))}};$s.getSlotTemplateHTML=Xs,$s.getTooltipContentHTML=Zs;var ec=(e,t)=>{let n=e.getAttribute(t);return n?er(n):[]},tc=(e,t,n)=>{if(!n?.length){e.removeAttribute(t);return}let r=rr(n);e.getAttribute(t)!==r&&e.setAttribute(t,r)};h.customElements.get(`media-captions-button`)||h.customElements.define(`media-captions-button`,$s);var nc=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},rc=(e,t,n)=>(nc(e,t,`read from private field`),n?n.call(e):t.get(e)),ic=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ac=(e,t,n,r)=>(nc(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),oc,sc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,cc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function lc(e){return`
    <style>
      :host([${y.MEDIA_IS_FULLSCREEN}]) slot[name=icon] slot:not([name=exit]) {
        display: none !important;
      }

      
      :host(:not([${y.MEDIA_IS_FULLSCREEN}])) slot[name=icon] slot:not([name=enter]) {
        display: none !important;
      }

      :host([${y.MEDIA_IS_FULLSCREEN}]) slot[name=tooltip-enter],
      :host(:not([${y.MEDIA_IS_FULLSCREEN}])) slot[name=tooltip-exit] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="enter">${sc}</slot>
      <slot name="exit">${cc}</slot>
    </slot>
  `}function uc(){return`
    <slot name="tooltip-enter">${A(`Enter fullscreen mode`)}</slot>
    <slot name="tooltip-exit">${A(`Exit fullscreen mode`)}</slot>
  `}var dc=e=>{let t=e.mediaIsFullscreen?A(`exit fullscreen mode`):A(`enter fullscreen mode`);e.setAttribute(`aria-label`,t)},fc=class extends V{constructor(){super(...arguments),ic(this,oc,null)}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_IS_FULLSCREEN,y.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),dc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_IS_FULLSCREEN&&dc(this)}get mediaFullscreenUnavailable(){return D(this,y.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(e){O(this,y.MEDIA_FULLSCREEN_UNAVAILABLE,e)}get mediaIsFullscreen(){return T(this,y.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(e){E(this,y.MEDIA_IS_FULLSCREEN,e)}handleClick(e){ac(this,oc,e);let t=rc(this,oc)instanceof PointerEvent,n=this.mediaIsFullscreen?new h.CustomEvent(_.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new h.CustomEvent(_.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(n)}};oc=new WeakMap,fc.getSlotTemplateHTML=lc,fc.getTooltipContentHTML=uc,h.customElements.get(`media-fullscreen-button`)||h.customElements.define(`media-fullscreen-button`,fc);var pc=`<svg aria-hidden="true" viewBox="0 0 28 24">
  <path d="M24 3H4a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h20a1 1 0 0 0 1-1V4a1 1 0 0 0-1-1Zm-1 16H5V5h18v14Zm-3-8h-7v5h7v-5Z"/>
</svg>`;function mc(e){return`
    <style>
      :host([${y.MEDIA_IS_PIP}]) slot[name=icon] slot:not([name=exit]) {
        display: none !important;
      }

      :host(:not([${y.MEDIA_IS_PIP}])) slot[name=icon] slot:not([name=enter]) {
        display: none !important;
      }

      :host([${y.MEDIA_IS_PIP}]) slot[name=tooltip-enter],
      :host(:not([${y.MEDIA_IS_PIP}])) slot[name=tooltip-exit] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="enter">${pc}</slot>
      <slot name="exit">${pc}</slot>
    </slot>
  `}function hc(){return`
    <slot name="tooltip-enter">${A(`Enter picture in picture mode`)}</slot>
    <slot name="tooltip-exit">${A(`Exit picture in picture mode`)}</slot>
  `}var gc=e=>{let t=e.mediaIsPip?A(`exit picture in picture mode`):A(`enter picture in picture mode`);e.setAttribute(`aria-label`,t)},_c=class extends V{static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_IS_PIP,y.MEDIA_PIP_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),gc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_IS_PIP&&gc(this)}get mediaPipUnavailable(){return D(this,y.MEDIA_PIP_UNAVAILABLE)}set mediaPipUnavailable(e){O(this,y.MEDIA_PIP_UNAVAILABLE,e)}get mediaIsPip(){return T(this,y.MEDIA_IS_PIP)}set mediaIsPip(e){E(this,y.MEDIA_IS_PIP,e)}handleClick(){let e=this.mediaIsPip?_.MEDIA_EXIT_PIP_REQUEST:_.MEDIA_ENTER_PIP_REQUEST;this.dispatchEvent(new h.CustomEvent(e,{composed:!0,bubbles:!0}))}};_c.getSlotTemplateHTML=mc,_c.getTooltipContentHTML=hc,h.customElements.get(`media-pip-button`)||h.customElements.define(`media-pip-button`,_c);var vc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M22.13 3H3.87a.87.87 0 0 0-.87.87v13.26a.87.87 0 0 0 .87.87h3.4L9 16H5V5h16v11h-4l1.72 2h3.4a.87.87 0 0 0 .87-.87V3.87a.87.87 0 0 0-.86-.87Zm-8.75 11.44a.5.5 0 0 0-.76 0l-4.91 5.73a.5.5 0 0 0 .38.83h9.82a.501.501 0 0 0 .38-.83l-4.91-5.73Z"/>
</svg>
`;function yc(e){return`
    <style>
      :host([${y.MEDIA_IS_AIRPLAYING}]) slot[name=icon] slot:not([name=exit]) {
        display: none !important;
      }

      
      :host(:not([${y.MEDIA_IS_AIRPLAYING}])) slot[name=icon] slot:not([name=enter]) {
        display: none !important;
      }

      :host([${y.MEDIA_IS_AIRPLAYING}]) slot[name=tooltip-enter],
      :host(:not([${y.MEDIA_IS_AIRPLAYING}])) slot[name=tooltip-exit] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="enter">${vc}</slot>
      <slot name="exit">${vc}</slot>
    </slot>
  `}function bc(){return`
    <slot name="tooltip-enter">${A(`start airplay`)}</slot>
    <slot name="tooltip-exit">${A(`stop airplay`)}</slot>
  `}var xc=e=>{let t=e.mediaIsAirplaying?A(`stop airplay`):A(`start airplay`);e.setAttribute(`aria-label`,t)},Sc=class extends V{static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_IS_AIRPLAYING,y.MEDIA_AIRPLAY_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),xc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_IS_AIRPLAYING&&xc(this)}get mediaIsAirplaying(){return T(this,y.MEDIA_IS_AIRPLAYING)}set mediaIsAirplaying(e){E(this,y.MEDIA_IS_AIRPLAYING,e)}get mediaAirplayUnavailable(){return D(this,y.MEDIA_AIRPLAY_UNAVAILABLE)}set mediaAirplayUnavailable(e){O(this,y.MEDIA_AIRPLAY_UNAVAILABLE,e)}handleClick(){let e=new h.CustomEvent(_.MEDIA_AIRPLAY_REQUEST,{composed:!0,bubbles:!0});this.dispatchEvent(e)}};Sc.getSlotTemplateHTML=yc,Sc.getTooltipContentHTML=bc,h.customElements.get(`media-airplay-button`)||h.customElements.define(`media-airplay-button`,Sc);var{MEDIA_TIME_IS_LIVE:Cc,MEDIA_PAUSED:wc}=y,{MEDIA_SEEK_TO_LIVE_REQUEST:Tc,MEDIA_PLAY_REQUEST:Ec}=_,Dc=`<svg viewBox="0 0 6 12" aria-hidden="true"><circle cx="3" cy="6" r="2"></circle></svg>`;function Oc(e){return`
    <style>
      :host { --media-tooltip-display: none; }
      
      slot[name=indicator] > *,
      :host ::slotted([slot=indicator]) {
        
        min-width: auto;
        fill: var(--media-live-button-icon-color, rgb(140, 140, 140));
        color: var(--media-live-button-icon-color, rgb(140, 140, 140));
      }

      :host([${Cc}]:not([${wc}])) slot[name=indicator] > *,
      :host([${Cc}]:not([${wc}])) ::slotted([slot=indicator]) {
        fill: var(--media-live-button-indicator-color, rgb(255, 0, 0));
        color: var(--media-live-button-indicator-color, rgb(255, 0, 0));
      }

      :host([${Cc}]:not([${wc}])) {
        cursor: var(--media-cursor, not-allowed);
      }

      slot[name=text]{
        text-transform: uppercase;
      }

    </style>

    <slot name="indicator">${Dc}</slot>
    
    <slot name="spacer">&nbsp;</slot><slot name="text">${A(`live`)}</slot>
  `}var kc=e=>{let t=e.mediaPaused||!e.mediaTimeIsLive,n=A(t?`seek to live`:`playing live`);e.setAttribute(`aria-label`,n);let r=e.shadowRoot?.querySelector(`slot[name="text"]`);r&&(r.textContent=A(`live`)),t?e.removeAttribute(`aria-disabled`):e.setAttribute(`aria-disabled`,`true`)},Ac=class extends V{static get observedAttributes(){return[...super.observedAttributes,Cc,wc]}connectedCallback(){super.connectedCallback(),kc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),kc(this)}get mediaPaused(){return T(this,y.MEDIA_PAUSED)}set mediaPaused(e){E(this,y.MEDIA_PAUSED,e)}get mediaTimeIsLive(){return T(this,y.MEDIA_TIME_IS_LIVE)}set mediaTimeIsLive(e){E(this,y.MEDIA_TIME_IS_LIVE,e)}handleClick(){(this.mediaPaused||!this.mediaTimeIsLive)&&(this.dispatchEvent(new h.CustomEvent(Tc,{composed:!0,bubbles:!0})),this.hasAttribute(wc)&&this.dispatchEvent(new h.CustomEvent(Ec,{composed:!0,bubbles:!0})))}};Ac.getSlotTemplateHTML=Oc,h.customElements.get(`media-live-button`)||h.customElements.define(`media-live-button`,Ac);var jc=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Mc=(e,t,n)=>(jc(e,t,`read from private field`),n?n.call(e):t.get(e)),Nc=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Pc=(e,t,n,r)=>(jc(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Fc,Ic,Lc={LOADING_DELAY:`loadingdelay`,NO_AUTOHIDE:`noautohide`},Rc=500,zc=`
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
`;function Bc(e){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${Rc}ms);
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

      :host([${y.MEDIA_LOADING}]:not([${y.MEDIA_PAUSED}])) slot[name=icon] > *,
      :host([${y.MEDIA_LOADING}]:not([${y.MEDIA_PAUSED}])) ::slotted([slot=icon]) {
        opacity: var(--media-loading-indicator-opacity, 1);
        transition: opacity 0.15s var(--_loading-indicator-delay);
      }

      :host #status {
        visibility: var(--media-loading-indicator-opacity, hidden);
        transition: visibility 0.15s;
      }

      :host([${y.MEDIA_LOADING}]:not([${y.MEDIA_PAUSED}])) #status {
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

    <slot name="icon">${zc}</slot>
    <div id="status" role="status" aria-live="polite">${A(`media loading`)}</div>
  `}var Vc=class extends h.HTMLElement{constructor(){if(super(),Nc(this,Fc,void 0),Nc(this,Ic,Rc),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[v.MEDIA_CONTROLLER,y.MEDIA_PAUSED,y.MEDIA_LOADING,Lc.LOADING_DELAY]}attributeChangedCallback(e,t,n){var r,i,a,o;e===Lc.LOADING_DELAY&&t!==n?this.loadingDelay=Number(n):e===v.MEDIA_CONTROLLER&&(t&&((i=(r=Mc(this,Fc))?.unassociateElement)==null||i.call(r,this),Pc(this,Fc,null)),n&&this.isConnected&&(Pc(this,Fc,this.getRootNode()?.getElementById(n)),(o=(a=Mc(this,Fc))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let n=this.getAttribute(v.MEDIA_CONTROLLER);n&&(Pc(this,Fc,this.getRootNode()?.getElementById(n)),(t=(e=Mc(this,Fc))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=Mc(this,Fc))?.unassociateElement)==null||t.call(e,this),Pc(this,Fc,null)}get loadingDelay(){return Mc(this,Ic)}set loadingDelay(e){Pc(this,Ic,e);let{style:t}=S(this.shadowRoot,`:host`);t.setProperty(`--_loading-indicator-delay`,`var(--media-loading-indicator-transition-delay, ${e}ms)`)}get mediaPaused(){return T(this,y.MEDIA_PAUSED)}set mediaPaused(e){E(this,y.MEDIA_PAUSED,e)}get mediaLoading(){return T(this,y.MEDIA_LOADING)}set mediaLoading(e){E(this,y.MEDIA_LOADING,e)}get mediaController(){return D(this,v.MEDIA_CONTROLLER)}set mediaController(e){O(this,v.MEDIA_CONTROLLER,e)}get noAutohide(){return T(this,Lc.NO_AUTOHIDE)}set noAutohide(e){E(this,Lc.NO_AUTOHIDE,e)}};Fc=new WeakMap,Ic=new WeakMap,Vc.shadowRootOptions={mode:`open`},Vc.getTemplateHTML=Bc,h.customElements.get(`media-loading-indicator`)||h.customElements.define(`media-loading-indicator`,Vc);var Hc={PLACEHOLDER_SRC:`placeholdersrc`,SRC:`src`};function Uc(e){return`
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
  `}var Wc=e=>{e.style.removeProperty(`background-image`)},Gc=(e,t)=>{e.style[`background-image`]=`url('${t}')`},Kc=class extends h.HTMLElement{static get observedAttributes(){return[Hc.PLACEHOLDER_SRC,Hc.SRC]}constructor(){if(super(),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}this.image=this.shadowRoot.querySelector(`#image`)}attributeChangedCallback(e,t,n){e===Hc.SRC&&(n==null?this.image.removeAttribute(Hc.SRC):this.image.setAttribute(Hc.SRC,n)),e===Hc.PLACEHOLDER_SRC&&(n==null?Wc(this.image):Gc(this.image,n))}get placeholderSrc(){return D(this,Hc.PLACEHOLDER_SRC)}set placeholderSrc(e){O(this,Hc.SRC,e)}get src(){return D(this,Hc.SRC)}set src(e){O(this,Hc.SRC,e)}};Kc.shadowRootOptions={mode:`open`},Kc.getTemplateHTML=Uc,h.customElements.get(`media-poster-image`)||h.customElements.define(`media-poster-image`,Kc);function qc({anchor:e,floating:t,placement:n}){let{x:r,y:i}=Xc(Jc({anchor:e,floating:t}),n);return{x:r,y:i}}function Jc({anchor:e,floating:t}){return{anchor:Yc(e,t.offsetParent),floating:{x:0,y:0,width:t.offsetWidth,height:t.offsetHeight}}}function Yc(e,t){let n=e.getBoundingClientRect(),r=t?.getBoundingClientRect()??{x:0,y:0};return{x:n.x-r.x,y:n.y-r.y,width:n.width,height:n.height}}function Xc({anchor:e,floating:t},n){let r=Qc(n)===`x`?`y`:`x`,i=r===`y`?`height`:`width`,a=Zc(n),o=e.x+e.width/2-t.width/2,s=e.y+e.height/2-t.height/2,c=e[i]/2-t[i]/2,l;switch(a){case`top`:l={x:o,y:e.y-t.height};break;case`bottom`:l={x:o,y:e.y+e.height};break;case`right`:l={x:e.x+e.width,y:s};break;case`left`:l={x:e.x-t.width,y:s};break;default:l={x:e.x,y:e.y}}switch(n.split(`-`)[1]){case`start`:l[r]-=c;break;case`end`:l[r]+=c}return l}function Zc(e){return e.split(`-`)[0]}function Qc(e){return[`top`,`bottom`].includes(Zc(e))?`y`:`x`}var $c=class extends Event{constructor({action:e=`auto`,relatedTarget:t,...n}){super(`invoke`,n),this.action=e,this.relatedTarget=t}},el=class extends Event{constructor({newState:e,oldState:t,...n}){super(`toggle`,n),this.newState=e,this.oldState=t}},tl=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},X=(e,t,n)=>(tl(e,t,`read from private field`),n?n.call(e):t.get(e)),Z=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},nl=(e,t,n,r)=>(tl(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Q=(e,t,n)=>(tl(e,t,`access private method`),n),rl,il,al,ol,sl,cl,ll,ul,dl,fl,pl,ml,hl,gl,_l,vl,yl,bl,xl,Sl,Cl,wl,Tl,El,Dl,Ol,kl,Al,jl,Ml,Nl,Pl,Fl,Il,Ll,Rl,zl,Bl,Vl,Hl,Ul,Wl,Gl,Kl,ql,Jl;function Yl({type:e,text:t,value:n,checked:r}){let i=g.createElement(`media-chrome-menu-item`);i.type=e??``,i.part.add(`menu-item`),e&&i.part.add(e),i.value=n,i.checked=r;let a=g.createElement(`span`);return a.textContent=t,i.append(a),i}function Xl(e,t){let n=e.querySelector(`:scope > [slot="${t}"]`);if(n?.nodeName==`SLOT`&&(n=n.assignedElements({flatten:!0})[0]),n)return n=n.cloneNode(!0),n;let r=e.shadowRoot.querySelector(`[name="${t}"] > svg`);return r?r.cloneNode(!0):``}function Zl(e){return`
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
  `}var Ql={STYLE:`style`,HIDDEN:`hidden`,DISABLED:`disabled`,ANCHOR:`anchor`},$l=class extends h.HTMLElement{constructor(){if(super(),Z(this,ul),Z(this,fl),Z(this,hl),Z(this,_l),Z(this,yl),Z(this,xl),Z(this,Tl),Z(this,Dl),Z(this,kl),Z(this,jl),Z(this,Nl),Z(this,Fl),Z(this,Ll),Z(this,zl),Z(this,Vl),Z(this,Ul),Z(this,Gl),Z(this,ql),Z(this,rl,null),Z(this,il,null),Z(this,al,null),Z(this,ol,new Set),Z(this,sl,void 0),Z(this,cl,!1),Z(this,ll,null),Z(this,ml,()=>{let e=X(this,ol),t=new Set(this.items);for(let n of e)t.has(n)||this.dispatchEvent(new CustomEvent(`removemenuitem`,{detail:n}));for(let n of t)e.has(n)||this.dispatchEvent(new CustomEvent(`addmenuitem`,{detail:n}));nl(this,ol,t)}),Z(this,Cl,()=>{Q(this,Tl,El).call(this),Q(this,Dl,Ol).call(this,!1)}),Z(this,wl,()=>{Q(this,Tl,El).call(this)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}this.container=this.shadowRoot.querySelector(`#container`),this.defaultSlot=this.shadowRoot.querySelector(`slot:not([name])`),nl(this,sl,new MutationObserver(X(this,ml)))}static get observedAttributes(){return[Ql.DISABLED,Ql.HIDDEN,Ql.STYLE,Ql.ANCHOR,v.MEDIA_CONTROLLER]}static formatMenuItemText(e,t){return e}enable(){this.addEventListener(`click`,this),this.addEventListener(`focusout`,this),this.addEventListener(`keydown`,this),this.addEventListener(`invoke`,this),this.addEventListener(`toggle`,this)}disable(){this.removeEventListener(`click`,this),this.removeEventListener(`focusout`,this),this.removeEventListener(`keyup`,this),this.removeEventListener(`invoke`,this),this.removeEventListener(`toggle`,this)}handleEvent(e){switch(e.type){case`slotchange`:Q(this,ul,dl).call(this,e);break;case`invoke`:Q(this,_l,vl).call(this,e);break;case`click`:Q(this,kl,Al).call(this,e);break;case`toggle`:Q(this,Nl,Pl).call(this,e);break;case`focusout`:Q(this,Ll,Rl).call(this,e);break;case`keydown`:Q(this,zl,Bl).call(this,e)}}connectedCallback(){var e,t;X(this,sl).observe(this.defaultSlot,{childList:!0}),nl(this,ll,it(this.shadowRoot,`:host`)),Q(this,hl,gl).call(this),this.hasAttribute(`disabled`)||this.enable(),this.role||=`menu`,nl(this,rl,Xe(this)),(t=(e=X(this,rl))?.associateElement)==null||t.call(e,this),this.hidden||(qe(tu(this),X(this,Cl)),qe(this,X(this,wl))),Q(this,fl,pl).call(this),this.shadowRoot.addEventListener(`slotchange`,this)}disconnectedCallback(){var e,t;X(this,sl).disconnect(),Je(tu(this),X(this,Cl)),Je(this,X(this,wl)),this.disable(),(t=(e=X(this,rl))?.unassociateElement)==null||t.call(e,this),nl(this,rl,null),nl(this,il,null),nl(this,al,null),this.shadowRoot.removeEventListener(`slotchange`,this)}attributeChangedCallback(e,t,n){var r,i,a,o;e===Ql.HIDDEN&&n!==t?(X(this,cl)||nl(this,cl,!0),this.hidden?Q(this,xl,Sl).call(this):Q(this,yl,bl).call(this),this.dispatchEvent(new el({oldState:this.hidden?`open`:`closed`,newState:this.hidden?`closed`:`open`,bubbles:!0}))):e===v.MEDIA_CONTROLLER?(t&&((i=(r=X(this,rl))?.unassociateElement)==null||i.call(r,this),nl(this,rl,null)),n&&this.isConnected&&(nl(this,rl,Xe(this)),(o=(a=X(this,rl))?.associateElement)==null||o.call(a,this))):e===Ql.DISABLED&&n!==t?n==null?this.enable():this.disable():e===Ql.STYLE&&n!==t&&Q(this,hl,gl).call(this)}formatMenuItemText(e,t){return this.constructor.formatMenuItemText(e,t)}get anchor(){return this.getAttribute(`anchor`)}set anchor(e){this.setAttribute(`anchor`,`${e}`)}get anchorElement(){return this.anchor?et(this)?.querySelector(`#${this.anchor}`):null}get items(){return this.defaultSlot.assignedElements({flatten:!0}).filter(eu)}get radioGroupItems(){return this.items.filter(e=>e.role===`menuitemradio`)}get checkedItems(){return this.items.filter(e=>e.checked)}get value(){return this.checkedItems[0]?.value??``}set value(e){let t=this.items.find(t=>t.value===e);t&&Q(this,ql,Jl).call(this,t)}focus(){nl(this,il,$e()),this.items.length?(Q(this,Gl,Kl).call(this,this.items[0]),this.items[0].focus()):this.querySelector(`[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]`)?.focus()}handleSelect(e){var t;let n=Q(this,Vl,Hl).call(this,e);n&&(Q(this,ql,Jl).call(this,n,n.type===`checkbox`),X(this,al)&&!this.hidden&&((t=X(this,il))==null||t.focus(),this.hidden=!0))}get keysUsed(){return[`Enter`,`Escape`,`Tab`,` `,`ArrowDown`,`ArrowUp`,`Home`,`End`]}handleMove(e){let{key:t}=e,n=this.items,r=Q(this,Vl,Hl).call(this,e)??Q(this,Ul,Wl).call(this)??n[0],i=n.indexOf(r),a=Math.max(0,i);t===`ArrowDown`?a++:t===`ArrowUp`?a--:e.key===`Home`?a=0:e.key===`End`&&(a=n.length-1),a<0&&(a=n.length-1),a>n.length-1&&(a=0),Q(this,Gl,Kl).call(this,n[a]),n[a].focus()}};rl=new WeakMap,il=new WeakMap,al=new WeakMap,ol=new WeakMap,sl=new WeakMap,cl=new WeakMap,ll=new WeakMap,ul=new WeakSet,dl=function(e){let t=e.target;for(let e of t.assignedNodes({flatten:!0}))e.nodeType===3&&e.textContent.trim()===``&&e.remove();[`header`,`title`].includes(t.name)&&Q(this,fl,pl).call(this),t.name||X(this,ml).call(this)},fl=new WeakSet,pl=function(){let e=this.shadowRoot.querySelector(`slot[name="header"]`);e.hidden=this.shadowRoot.querySelector(`slot[name="title"]`).assignedNodes().length===0&&e.assignedNodes().length===0},ml=new WeakMap,hl=new WeakSet,gl=function(){let e=this.shadowRoot.querySelector(`#layout-row`),t=getComputedStyle(this).getPropertyValue(`--media-menu-layout`)?.trim();e.setAttribute(`media`,t===`row`?``:`width:0`)},_l=new WeakSet,vl=function(e){nl(this,al,e.relatedTarget),Ze(this,e.relatedTarget)||(this.hidden=!this.hidden)},yl=new WeakSet,bl=function(){var e;(e=X(this,al))==null||e.setAttribute(`aria-expanded`,`true`),this.addEventListener(`transitionend`,()=>this.focus(),{once:!0}),qe(tu(this),X(this,Cl)),qe(this,X(this,wl))},xl=new WeakSet,Sl=function(){var e;(e=X(this,al))==null||e.setAttribute(`aria-expanded`,`false`),Je(tu(this),X(this,Cl)),Je(this,X(this,wl))},Cl=new WeakMap,wl=new WeakMap,Tl=new WeakSet,El=function(e){if(this.hasAttribute(`mediacontroller`)&&!this.anchor||this.hidden||!this.anchorElement)return;let{x:t,y:n}=qc({anchor:this.anchorElement,floating:this,placement:`top-start`});e??=this.offsetWidth;let r=tu(this).getBoundingClientRect(),i=r.width-t-e,a=r.height-n-this.offsetHeight,{style:o}=X(this,ll);o.setProperty(`position`,`absolute`),o.setProperty(`right`,`${Math.max(0,i)}px`),o.setProperty(`--_menu-bottom`,`${a}px`);let s=getComputedStyle(this),c=o.getPropertyValue(`--_menu-bottom`)===s.bottom?a:parseFloat(s.bottom),l=r.height-c-parseFloat(s.marginBottom);this.style.setProperty(`--_menu-max-height`,`${l}px`)},Dl=new WeakSet,Ol=function(e){let t=this.querySelector(`[role="menuitem"][aria-haspopup][aria-expanded="true"]`),n=t?.querySelector(`[role="menu"]`),{style:r}=X(this,ll);if(e||r.setProperty(`--media-menu-transition-in`,`none`),n){let e=n.offsetHeight,r=Math.max(n.offsetWidth,t.offsetWidth);this.style.setProperty(`min-width`,`${r}px`),this.style.setProperty(`min-height`,`${e}px`),Q(this,Tl,El).call(this,r)}else this.style.removeProperty(`min-width`),this.style.removeProperty(`min-height`),Q(this,Tl,El).call(this);r.removeProperty(`--media-menu-transition-in`)},kl=new WeakSet,Al=function(e){var t;if(e.stopPropagation(),e.composedPath().includes(X(this,jl,Ml))){(t=X(this,il))==null||t.focus(),this.hidden=!0;return}let n=Q(this,Vl,Hl).call(this,e);n&&!n.hasAttribute(`disabled`)&&(Q(this,Gl,Kl).call(this,n),this.handleSelect(e))},jl=new WeakSet,Ml=function(){return this.shadowRoot.querySelector(`slot[name="header"]`).assignedElements({flatten:!0})?.find(e=>e.matches(`button[part~="back"]`))},Nl=new WeakSet,Pl=function(e){if(e.target===this)return;Q(this,Fl,Il).call(this);let t=Array.from(this.querySelectorAll(`[role="menuitem"][aria-haspopup]`));for(let n of t)n.invokeTargetElement!=e.target&&e.newState==`open`&&n.getAttribute(`aria-expanded`)==`true`&&!n.invokeTargetElement.hidden&&n.invokeTargetElement.dispatchEvent(new $c({relatedTarget:n}));for(let e of t)e.setAttribute(`aria-expanded`,`${!e.submenuElement.hidden}`);Q(this,Dl,Ol).call(this,!0)},Fl=new WeakSet,Il=function(){let e=this.querySelector(`[role="menuitem"] > [role="menu"]:not([hidden])`);this.container.classList.toggle(`has-expanded`,!!e)},Ll=new WeakSet,Rl=function(e){var t;Ze(this,e.relatedTarget)||(X(this,cl)&&((t=X(this,il))==null||t.focus()),X(this,al)&&X(this,al)!==e.relatedTarget&&!this.hidden&&(this.hidden=!0))},zl=new WeakSet,Bl=function(e){var t,n,r,i,a;let{key:o,ctrlKey:s,altKey:c,metaKey:l}=e;if(!(s||c||l)&&this.keysUsed.includes(o)){if(e.preventDefault(),e.stopPropagation(),o===`Tab`){if(X(this,cl)){this.hidden=!0;return}e.shiftKey?(n=(t=this.previousElementSibling)?.focus)==null||n.call(t):(i=(r=this.nextElementSibling)?.focus)==null||i.call(r),this.blur()}else o===`Escape`?((a=X(this,il))==null||a.focus(),X(this,cl)&&(this.hidden=!0)):o===`Enter`||o===` `?this.handleSelect(e):this.handleMove(e)}},Vl=new WeakSet,Hl=function(e){return e.composedPath().find(e=>[`menuitemradio`,`menuitemcheckbox`].includes(e.role))},Ul=new WeakSet,Wl=function(){return this.items.find(e=>e.tabIndex===0)},Gl=new WeakSet,Kl=function(e){for(let t of this.items)t.tabIndex=t===e?0:-1},ql=new WeakSet,Jl=function(e,t){let n=[...this.checkedItems];e.type===`radio`&&this.radioGroupItems.forEach(e=>e.checked=!1),e.checked=!t||!e.checked,this.checkedItems.some((e,t)=>e!=n[t])&&this.dispatchEvent(new Event(`change`,{bubbles:!0,composed:!0}))},$l.shadowRootOptions={mode:`open`},$l.getTemplateHTML=Zl;function eu(e){return[`menuitem`,`menuitemradio`,`menuitemcheckbox`].includes(e?.role)}function tu(e){return(e.getAttribute(`bounds`)?Qe(e,`#${e.getAttribute(`bounds`)}`):Ye(e)||e.parentElement)??e}h.customElements.get(`media-chrome-menu`)||h.customElements.define(`media-chrome-menu`,$l);function nu(e){return`
    ${$l.getTemplateHTML(e)}
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
  `}var ru=class extends $l{get anchorElement(){return this.anchor===`auto`?Ye(this).querySelector(`media-settings-menu-button`):super.anchorElement}};ru.getTemplateHTML=nu,h.customElements.get(`media-settings-menu`)||h.customElements.define(`media-settings-menu`,ru);var iu=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},$=(e,t,n)=>(iu(e,t,`read from private field`),n?n.call(e):t.get(e)),au=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ou=(e,t,n,r)=>(iu(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),su=(e,t,n)=>(iu(e,t,`access private method`),n),cu,lu,uu,du,fu,pu,mu,hu,gu,_u,vu,yu,bu;function xu(e){return`
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
  `}function Su(e){return``}var Cu={TYPE:`type`,VALUE:`value`,CHECKED:`checked`,DISABLED:`disabled`},wu=class extends h.HTMLElement{constructor(){if(super(),au(this,uu),au(this,fu),au(this,mu),au(this,yu),au(this,cu,!1),au(this,lu,void 0),au(this,gu,()=>{this.submenuElement.items&&this.setAttribute(`submenusize`,`${this.submenuElement.items.length}`);let e=this.shadowRoot.querySelector(`slot[name="description"]`),t=this.submenuElement.checkedItems?.[0],n=t?.dataset.description??t?.text,r=g.createElement(`span`);r.textContent=n??``,e.replaceChildren(r)}),au(this,_u,e=>{let{key:t}=e;this.keysUsed.includes(t)?this.handleClick(e):this.removeEventListener(`keyup`,$(this,_u))}),au(this,vu,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!this.keysUsed.includes(r)?this.removeEventListener(`keyup`,$(this,_u)):this.addEventListener(`keyup`,$(this,_u),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[Cu.TYPE,Cu.DISABLED,Cu.CHECKED,Cu.VALUE]}enable(){this.hasAttribute(`tabindex`)||this.setAttribute(`tabindex`,`-1`),Tu(this)&&!this.hasAttribute(`aria-checked`)&&this.setAttribute(`aria-checked`,`false`),this.addEventListener(`click`,this),this.addEventListener(`keydown`,this)}disable(){this.removeAttribute(`tabindex`),this.removeEventListener(`click`,this),this.removeEventListener(`keydown`,this),this.removeEventListener(`keyup`,this)}handleEvent(e){switch(e.type){case`slotchange`:su(this,uu,du).call(this,e);break;case`click`:this.handleClick(e);break;case`keydown`:$(this,vu).call(this,e);break;case`keyup`:$(this,_u).call(this,e)}}attributeChangedCallback(e,t,n){e===Cu.CHECKED&&Tu(this)&&!$(this,cu)?this.setAttribute(`aria-checked`,n==null?`false`:`true`):e===Cu.TYPE&&n!==t?this.role=`menuitem`+n:e===Cu.DISABLED&&n!==t&&(n==null?this.enable():this.disable())}connectedCallback(){this.hasAttribute(Cu.DISABLED)||this.enable(),this.role=`menuitem`+this.type,ou(this,lu,Eu(this,this.parentNode)),su(this,yu,bu).call(this),this.submenuElement&&su(this,fu,pu).call(this),this.shadowRoot.addEventListener(`slotchange`,this)}disconnectedCallback(){this.disable(),su(this,yu,bu).call(this),ou(this,lu,null),this.shadowRoot.removeEventListener(`slotchange`,this)}get invokeTarget(){return this.getAttribute(`invoketarget`)}set invokeTarget(e){this.setAttribute(`invoketarget`,`${e}`)}get invokeTargetElement(){return this.invokeTarget?et(this)?.querySelector(`#${this.invokeTarget}`):this.submenuElement}get submenuElement(){return this.shadowRoot.querySelector(`slot[name="submenu"]`).assignedElements({flatten:!0})[0]}get type(){return this.getAttribute(Cu.TYPE)??``}set type(e){this.setAttribute(Cu.TYPE,`${e}`)}get value(){return this.getAttribute(Cu.VALUE)??this.text}set value(e){this.setAttribute(Cu.VALUE,e)}get text(){return(this.textContent??``).trim()}get checked(){if(Tu(this))return this.getAttribute(`aria-checked`)===`true`}set checked(e){Tu(this)&&(ou(this,cu,!0),this.setAttribute(`aria-checked`,e?`true`:`false`),e?this.part.add(`checked`):this.part.remove(`checked`))}handleClick(e){Tu(this)||this.invokeTargetElement&&Ze(this,e.target)&&this.invokeTargetElement.dispatchEvent(new $c({relatedTarget:this}))}get keysUsed(){return[`Enter`,` `]}};cu=new WeakMap,lu=new WeakMap,uu=new WeakSet,du=function(e){let t=e.target;if(!t?.name)for(let e of t.assignedNodes({flatten:!0}))e instanceof Text&&e.textContent.trim()===``&&e.remove();t.name===`submenu`&&(this.submenuElement?su(this,fu,pu).call(this):su(this,mu,hu).call(this))},fu=new WeakSet,pu=async function(){this.setAttribute(`aria-haspopup`,`menu`),this.setAttribute(`aria-expanded`,`${!this.submenuElement.hidden}`),this.submenuElement.addEventListener(`change`,$(this,gu)),this.submenuElement.addEventListener(`addmenuitem`,$(this,gu)),this.submenuElement.addEventListener(`removemenuitem`,$(this,gu)),$(this,gu).call(this)},mu=new WeakSet,hu=function(){this.removeAttribute(`aria-haspopup`),this.removeAttribute(`aria-expanded`),this.submenuElement.removeEventListener(`change`,$(this,gu)),this.submenuElement.removeEventListener(`addmenuitem`,$(this,gu)),this.submenuElement.removeEventListener(`removemenuitem`,$(this,gu)),$(this,gu).call(this)},gu=new WeakMap,_u=new WeakMap,vu=new WeakMap,yu=new WeakSet,bu=function(){let e=$(this,lu)?.radioGroupItems;if(!e)return;let t=e.filter(e=>e.getAttribute(`aria-checked`)===`true`).pop();t||=e[0];for(let t of e)t.setAttribute(`aria-checked`,`false`);t?.setAttribute(`aria-checked`,`true`)},wu.shadowRootOptions={mode:`open`},wu.getTemplateHTML=xu,wu.getSuffixSlotInnerHTML=Su;function Tu(e){return e.type===`radio`||e.type===`checkbox`}function Eu(e,t){if(!e)return null;let{host:n}=e.getRootNode();return!t&&n?Eu(e,n):t?.items?t:Eu(t,t?.parentNode)}h.customElements.get(`media-chrome-menu-item`)||h.customElements.define(`media-chrome-menu-item`,wu);function Du(e){return`
    ${wu.getTemplateHTML.call(this,e)}
    <style>
      slot:not([name="submenu"]) {
        opacity: var(--media-settings-menu-item-opacity, var(--media-menu-item-opacity));
      }

      :host([aria-expanded="true"]:hover) {
        background: transparent;
      }
    </style>
  `}function Ou(e){return`
    <svg aria-hidden="true" viewBox="0 0 20 24">
      <path d="m8.12 17.585-.742-.669 4.2-4.665-4.2-4.666.743-.669 4.803 5.335-4.803 5.334Z"/>
    </svg>
  `}var ku=class extends wu{};ku.shadowRootOptions={mode:`open`},ku.getTemplateHTML=Du,ku.getSuffixSlotInnerHTML=Ou,h.customElements.get(`media-settings-menu-item`)||h.customElements.define(`media-settings-menu-item`,ku);var Au=class extends V{connectedCallback(){super.connectedCallback(),this.invokeTargetElement&&this.setAttribute(`aria-haspopup`,`menu`)}get invokeTarget(){return this.getAttribute(`invoketarget`)}set invokeTarget(e){this.setAttribute(`invoketarget`,`${e}`)}get invokeTargetElement(){return this.invokeTarget?et(this)?.querySelector(`#${this.invokeTarget}`):null}handleClick(){var e;(e=this.invokeTargetElement)==null||e.dispatchEvent(new $c({relatedTarget:this}))}};h.customElements.get(`media-chrome-menu-button`)||h.customElements.define(`media-chrome-menu-button`,Au);function ju(){return`
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
  `}function Mu(){return A(`Settings`)}var Nu=class extends Au{static get observedAttributes(){return[...super.observedAttributes,`target`]}connectedCallback(){super.connectedCallback(),this.setAttribute(`aria-label`,A(`settings`))}get invokeTargetElement(){return this.invokeTarget==null?Ye(this).querySelector(`media-settings-menu`):super.invokeTargetElement}};Nu.getSlotTemplateHTML=ju,Nu.getTooltipContentHTML=Mu,h.customElements.get(`media-settings-menu-button`)||h.customElements.define(`media-settings-menu-button`,Nu);var Pu=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Fu=(e,t,n)=>(Pu(e,t,`read from private field`),n?n.call(e):t.get(e)),Iu=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Lu=(e,t,n,r)=>(Pu(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Ru=(e,t,n)=>(Pu(e,t,`access private method`),n),zu,Bu,Vu,Hu,Uu,Wu,Gu=class extends $l{constructor(){super(...arguments),Iu(this,Vu),Iu(this,Uu),Iu(this,zu,[]),Iu(this,Bu,{})}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_RENDITION_LIST,y.MEDIA_RENDITION_SELECTED,y.MEDIA_RENDITION_UNAVAILABLE,y.MEDIA_HEIGHT,y.MEDIA_WIDTH]}static formatMenuItemText(e,t){return super.formatMenuItemText(e,t)}static formatRendition(e,{showBitrate:t=!1}={}){let n=`${Math.min(e.width,e.height)}p`;if(t&&e.bitrate){let t=e.bitrate/1e6;return`${n} (${`${t.toFixed(+(t<1))} Mbps`})`}return this.formatMenuItemText(n,e)}static compareRendition(e,t){return t.height===e.height?(t.bitrate??0)-(e.bitrate??0):t.height-e.height}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),t!==n)switch(e){case y.MEDIA_RENDITION_SELECTED:this.value=n??`auto`,Ru(this,Vu,Hu).call(this);break;case y.MEDIA_RENDITION_LIST:Lu(this,zu,Un(n)),Ru(this,Vu,Hu).call(this);break;case y.MEDIA_HEIGHT:case y.MEDIA_WIDTH:Ru(this,Vu,Hu).call(this)}}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,Ru(this,Uu,Wu))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,Ru(this,Uu,Wu))}get anchorElement(){return this.anchor===`auto`?Ye(this).querySelector(`media-rendition-menu-button`):super.anchorElement}get mediaRenditionList(){return Fu(this,zu)}set mediaRenditionList(e){Lu(this,zu,e),Ru(this,Vu,Hu).call(this)}get mediaRenditionSelected(){return D(this,y.MEDIA_RENDITION_SELECTED)}set mediaRenditionSelected(e){O(this,y.MEDIA_RENDITION_SELECTED,e)}get mediaHeight(){return C(this,y.MEDIA_HEIGHT)}set mediaHeight(e){w(this,y.MEDIA_HEIGHT,e)}get mediaWidth(){return C(this,y.MEDIA_WIDTH)}set mediaWidth(e){w(this,y.MEDIA_WIDTH,e)}compareRendition(e,t){return this.constructor.compareRendition(e,t)}formatMenuItemText(e,t){return this.constructor.formatMenuItemText(e,t)}formatRendition(e,t){return this.constructor.formatRendition(e,t)}showRenditionBitrate(e){return this.mediaRenditionList.some(t=>t!==e&&t.height===e.height&&t.bitrate!==e.bitrate)}};zu=new WeakMap,Bu=new WeakMap,Vu=new WeakSet,Hu=function(){let e=!this.mediaRenditionSelected;if(Fu(this,Bu).mediaRenditionList===JSON.stringify(this.mediaRenditionList)&&Fu(this,Bu).mediaHeight===this.mediaHeight&&Fu(this,Bu).mediaWidth===this.mediaWidth&&Fu(this,Bu).isAuto===e)return;Fu(this,Bu).mediaRenditionList=JSON.stringify(this.mediaRenditionList),Fu(this,Bu).mediaHeight=this.mediaHeight,Fu(this,Bu).mediaWidth=this.mediaWidth,Fu(this,Bu).isAuto=e;let t=this.mediaRenditionList.sort(this.compareRendition.bind(this)),n=t.find(e=>e.id===this.mediaRenditionSelected);for(let e of t)e.selected=e===n;this.defaultSlot.textContent=``;for(let n of t){let t=Yl({type:`radio`,text:this.formatRendition(n,{showBitrate:this.showRenditionBitrate(n)}),value:`${n.id}`,checked:n.selected&&!e});t.prepend(Xl(this,`checked-indicator`)),this.defaultSlot.append(t)}let r=n&&this.showRenditionBitrate(n),i;e&&(n?i=this.formatMenuItemText(`${A(`Auto`)} \u2022 ${this.formatRendition(n,{showBitrate:r})}`,n):this.mediaHeight>0&&this.mediaWidth>0&&(i=this.formatMenuItemText(`${A(`Auto`)} (${Math.min(this.mediaWidth,this.mediaHeight)}p)`))),i||=this.formatMenuItemText(A(`Auto`));let a=Yl({type:`radio`,text:i,value:`auto`,checked:e});a.dataset.description=i,a.prepend(Xl(this,`checked-indicator`)),this.defaultSlot.append(a)},Uu=new WeakSet,Wu=function(){if(this.value==null)return;let e=new h.CustomEvent(_.MEDIA_RENDITION_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},h.customElements.get(`media-rendition-menu`)||h.customElements.define(`media-rendition-menu`,Gu);var Ku=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},qu=(e,t,n)=>(Ku(e,t,`read from private field`),n?n.call(e):t.get(e)),Ju=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Yu=(e,t,n,r)=>(Ku(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Xu=(e,t,n)=>(Ku(e,t,`access private method`),n),Zu,Qu,$u,ed,td,nd,rd=class extends $l{constructor(){super(...arguments),Ju(this,$u),Ju(this,td),Ju(this,Zu,[]),Ju(this,Qu,void 0)}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_AUDIO_TRACK_LIST,y.MEDIA_AUDIO_TRACK_ENABLED,y.MEDIA_AUDIO_TRACK_UNAVAILABLE]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_AUDIO_TRACK_ENABLED&&t!==n?this.value=n:e===y.MEDIA_AUDIO_TRACK_LIST&&t!==n&&(Yu(this,Zu,qn(n??``)),Xu(this,$u,ed).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,Xu(this,td,nd))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,Xu(this,td,nd))}get anchorElement(){return this.anchor===`auto`?Ye(this)?.querySelector(`media-audio-track-menu-button`):super.anchorElement}get mediaAudioTrackList(){return qu(this,Zu)}set mediaAudioTrackList(e){Yu(this,Zu,e),Xu(this,$u,ed).call(this)}get mediaAudioTrackEnabled(){return D(this,y.MEDIA_AUDIO_TRACK_ENABLED)??``}set mediaAudioTrackEnabled(e){O(this,y.MEDIA_AUDIO_TRACK_ENABLED,e)}};Zu=new WeakMap,Qu=new WeakMap,$u=new WeakSet,ed=function(){if(qu(this,Qu)===JSON.stringify(this.mediaAudioTrackList))return;Yu(this,Qu,JSON.stringify(this.mediaAudioTrackList));let e=this.mediaAudioTrackList;this.defaultSlot.textContent=``,e.sort((e,t)=>e.id.localeCompare(t.id,void 0,{numeric:!0}));for(let t of e){let e=Yl({type:`radio`,text:this.formatMenuItemText(t.label,t),value:`${t.id}`,checked:t.enabled});e.prepend(Xl(this,`checked-indicator`)),this.defaultSlot.append(e)}},td=new WeakSet,nd=function(){if(this.value==null)return;let e=new h.CustomEvent(_.MEDIA_AUDIO_TRACK_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},h.customElements.get(`media-audio-track-menu`)||h.customElements.define(`media-audio-track-menu`,rd);var id=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},ad=(e,t,n)=>(id(e,t,`read from private field`),n?n.call(e):t.get(e)),od=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},sd=(e,t,n,r)=>(id(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),cd=(e,t,n)=>(id(e,t,`access private method`),n),ld,ud,dd,fd,pd,md=`
  <svg aria-hidden="true" viewBox="0 0 26 24" part="captions-indicator indicator">
    <path d="M22.83 5.68a2.58 2.58 0 0 0-2.3-2.5c-3.62-.24-11.44-.24-15.06 0a2.58 2.58 0 0 0-2.3 2.5c-.23 4.21-.23 8.43 0 12.64a2.58 2.58 0 0 0 2.3 2.5c3.62.24 11.44.24 15.06 0a2.58 2.58 0 0 0 2.3-2.5c.23-4.21.23-8.43 0-12.64Zm-11.39 9.45a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.92 3.92 0 0 1 .92-2.77 3.18 3.18 0 0 1 2.43-1 2.94 2.94 0 0 1 2.13.78c.364.359.62.813.74 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.17 1.61 1.61 0 0 0-1.29.58 2.79 2.79 0 0 0-.5 1.89 3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.48 1.48 0 0 0 1-.37 2.1 2.1 0 0 0 .59-1.14l1.4.44a3.23 3.23 0 0 1-1.07 1.69Zm7.22 0a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.88 3.88 0 0 1 .93-2.77 3.14 3.14 0 0 1 2.42-1 3 3 0 0 1 2.16.82 2.8 2.8 0 0 1 .73 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.21 1.61 1.61 0 0 0-1.29.58A2.79 2.79 0 0 0 15 12a3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.44 1.44 0 0 0 1-.37 2.1 2.1 0 0 0 .6-1.15l1.4.44a3.17 3.17 0 0 1-1.1 1.7Z"/>
  </svg>`;function hd(e){return`
    ${$l.getTemplateHTML(e)}
    <slot name="captions-indicator" hidden>${md}</slot>
  `}var gd=class extends $l{constructor(){super(...arguments),od(this,ud),od(this,fd),od(this,ld,void 0)}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_SUBTITLES_LIST,y.MEDIA_SUBTITLES_SHOWING]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_SUBTITLES_LIST&&t!==n?cd(this,ud,dd).call(this):e===y.MEDIA_SUBTITLES_SHOWING&&t!==n&&(this.value=n||``,cd(this,ud,dd).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,cd(this,fd,pd))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,cd(this,fd,pd))}get anchorElement(){return this.anchor===`auto`?Ye(this).querySelector(`media-captions-menu-button`):super.anchorElement}get mediaSubtitlesList(){return _d(this,y.MEDIA_SUBTITLES_LIST)}set mediaSubtitlesList(e){vd(this,y.MEDIA_SUBTITLES_LIST,e)}get mediaSubtitlesShowing(){return _d(this,y.MEDIA_SUBTITLES_SHOWING)}set mediaSubtitlesShowing(e){vd(this,y.MEDIA_SUBTITLES_SHOWING,e)}};ld=new WeakMap,ud=new WeakSet,dd=function(){let e=ad(this,ld)!==JSON.stringify(this.mediaSubtitlesList),t=this.value!==this.getAttribute(y.MEDIA_SUBTITLES_SHOWING);if(!e&&!t)return;sd(this,ld,JSON.stringify(this.mediaSubtitlesList)),this.defaultSlot.textContent=``;let n=!this.value,r=Yl({type:`radio`,text:this.formatMenuItemText(A(`Off`)),value:`off`,checked:n});r.prepend(Xl(this,`checked-indicator`)),this.defaultSlot.append(r);let i=this.mediaSubtitlesList;for(let e of i){let t=Yl({type:`radio`,text:this.formatMenuItemText(e.label,e),value:nr(e),checked:this.value==nr(e)});t.prepend(Xl(this,`checked-indicator`)),(e.kind??`subs`)===`captions`&&t.append(Xl(this,`captions-indicator`)),this.defaultSlot.append(t)}},fd=new WeakSet,pd=function(){let e=this.mediaSubtitlesShowing,t=this.getAttribute(y.MEDIA_SUBTITLES_SHOWING),n=this.value!==t;if(e?.length&&n&&this.dispatchEvent(new h.CustomEvent(_.MEDIA_DISABLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0,detail:e})),!this.value||!n)return;let r=new h.CustomEvent(_.MEDIA_SHOW_SUBTITLES_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(r)},gd.getTemplateHTML=hd;var _d=(e,t)=>{let n=e.getAttribute(t);return n?er(n):[]},vd=(e,t,n)=>{if(!n?.length){e.removeAttribute(t);return}let r=rr(n);e.getAttribute(t)!==r&&e.setAttribute(t,r)};h.customElements.get(`media-captions-menu`)||h.customElements.define(`media-captions-menu`,gd);var yd=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},bd=(e,t,n)=>(yd(e,t,`read from private field`),n?n.call(e):t.get(e)),xd=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Sd,Cd={RATES:`rates`},wd=[1,1.2,1.5,1.7,2];function Td(e){return Math.round(e*100)/100}function Ed(e){return`
    <style>
      :host {
        min-width: 5ch;
        padding: var(--media-button-padding, var(--media-control-padding, 10px 5px));
      }
    </style>
    <slot name="icon">${e.mediaplaybackrate?Td(+e.mediaplaybackrate):1}x</slot>
  `}function Dd(){return A(`Playback rate`)}var Od=class extends V{constructor(){super(),xd(this,Sd,new Vn(this,Cd.RATES,{defaultValue:wd})),this.container=this.shadowRoot.querySelector(`slot[name="icon"]`),this.container.innerHTML=`${Td(this.mediaPlaybackRate??1)}x`}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PLAYBACK_RATE,Cd.RATES]}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),e===Cd.RATES&&(bd(this,Sd).value=n),e===y.MEDIA_PLAYBACK_RATE){let e=n?+n:NaN,t=Td(Number.isNaN(e)?1:e);this.container.innerHTML=`${t}x`,this.setAttribute(`aria-label`,A(`Playback rate {playbackRate}`,{playbackRate:t}))}}get rates(){return bd(this,Sd)}set rates(e){e?Array.isArray(e)?bd(this,Sd).value=e.join(` `):typeof e==`string`&&(bd(this,Sd).value=e):bd(this,Sd).value=``}get mediaPlaybackRate(){return C(this,y.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){w(this,y.MEDIA_PLAYBACK_RATE,e)}handleClick(){let e=Array.from(bd(this,Sd).values(),e=>+e).sort((e,t)=>e-t),t=e.find(e=>e>this.mediaPlaybackRate)??e[0]??1,n=new h.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(n)}};Sd=new WeakMap,Od.getSlotTemplateHTML=Ed,Od.getTooltipContentHTML=Dd,h.customElements.get(`media-playback-rate-button`)||h.customElements.define(`media-playback-rate-button`,Od);var kd=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ad=(e,t,n)=>(kd(e,t,`read from private field`),n?n.call(e):t.get(e)),jd=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Md=(e,t,n)=>(kd(e,t,`access private method`),n),Nd,Pd,Fd,Id,Ld,Rd={RATES:`rates`},zd=class extends $l{constructor(){super(),jd(this,Pd),jd(this,Id),jd(this,Nd,new Vn(this,Rd.RATES,{defaultValue:wd})),Md(this,Pd,Fd).call(this)}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PLAYBACK_RATE,Rd.RATES]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_PLAYBACK_RATE&&t!=n?(this.value=n,Md(this,Pd,Fd).call(this)):e===Rd.RATES&&t!=n&&(Ad(this,Nd).value=n,Md(this,Pd,Fd).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,Md(this,Id,Ld))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,Md(this,Id,Ld))}get anchorElement(){return this.anchor===`auto`?Ye(this).querySelector(`media-playback-rate-menu-button`):super.anchorElement}get rates(){return Ad(this,Nd)}set rates(e){e?Array.isArray(e)?Ad(this,Nd).value=e.join(` `):typeof e==`string`&&(Ad(this,Nd).value=e):Ad(this,Nd).value=``,Md(this,Pd,Fd).call(this)}get mediaPlaybackRate(){return C(this,y.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){w(this,y.MEDIA_PLAYBACK_RATE,e)}};Nd=new WeakMap,Pd=new WeakSet,Fd=function(){this.defaultSlot.textContent=``;let e=Td(this.mediaPlaybackRate),t=new Set(Array.from(Ad(this,Nd)).map(e=>Td(Number(e))));e>0&&!t.has(e)&&t.add(e);let n=Array.from(t).sort((e,t)=>e-t);for(let t of n){let n=Yl({type:`radio`,text:this.formatMenuItemText(`${t}x`,t),value:t.toString(),checked:e===t});n.prepend(Xl(this,`checked-indicator`)),this.defaultSlot.append(n)}},Id=new WeakSet,Ld=function(){if(!this.value)return;let e=new h.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},h.customElements.get(`media-playback-rate-menu`)||h.customElements.define(`media-playback-rate-menu`,zd);function Bd(e,t){let n=document.createElement(`media-controller`);n.className=`vp`,n.setAttribute(`aria-label`,e.title),n.setAttribute(`defaultstreamtype`,e.live?`live`:`on-demand`),e.duration_s&&n.setAttribute(`defaultduration`,String(e.duration_s));for(let e of[`nohotkeys`,`novolumepref`,`nomutedpref`,`nosubtitleslangpref`])n.setAttribute(e,``);return n.innerHTML=Wd()+(t?Gd()+qd(e):``),e.poster&&n.prepend(Ud(e.poster)),n}function Vd(e){e.querySelector(`media-captions-button`)?.setAttribute(`role`,`switch`),Hd(e)}function Hd(e){e.addEventListener(`toggle`,t=>{let n=t.target;n.hidden?e.registerMediaStateReceiver(n):e.unregisterMediaStateReceiver(n)})}function Ud(e){let t=document.createElement(`media-poster-image`);return t.slot=`poster`,t.setAttribute(`src`,e),t}function Wd(){return`
    <media-play-button slot="centered-chrome" class="vp-big" notooltip></media-play-button>
    <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
    <div slot="centered-chrome" class="vp-message" role="alert" hidden>
      <p></p><button type="button">Try again</button>
    </div>`}function Gd(){return`
    <media-settings-menu hidden anchor="auto">
      ${Kd(`Quality`,`media-rendition-menu`)}
      ${Kd(`Speed`,`media-playback-rate-menu`,`rates="${t.join(` `)}"`)}
      ${Kd(`Audio`,`media-audio-track-menu`)}
      ${Kd(`Captions`,`media-captions-menu`)}
    </media-settings-menu>`}function Kd(e,t,n=``){return`
    <media-settings-menu-item class="vp-item-${e.toLowerCase()}">${e}
      <${t} slot="submenu" hidden ${n}><div slot="title">${e}</div></${t}>
    </media-settings-menu-item>`}function qd(e){return`
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
    </media-control-bar>`}var Jd=5,Yd=10,Xd=.05,Zd={" ":nf,k:nf,ArrowLeft:e=>rf(e,-5),ArrowRight:e=>rf(e,Jd),j:e=>rf(e,-10),l:e=>rf(e,Yd),ArrowUp:e=>af(e,Xd),ArrowDown:e=>af(e,-.05),m:({video:e})=>void(e.muted=!e.muted),f:sf,c:cf,"<":e=>of(e,-1),">":e=>of(e,1)};for(let e=0;e<=9;e++)Zd[String(e)]=({video:t})=>void(t.currentTime=(t.duration||0)*e/10);var Qd=new Set([`ArrowUp`,`ArrowDown`]);function $d(e,t){let n=t=>{let n=t,r=Zd[n.key.length===1?n.key.toLowerCase():n.key];r&&ef(n,e.root)&&(n.preventDefault(),r(e))};return t.addEventListener(`keydown`,n),()=>t.removeEventListener(`keydown`,n)}function ef(e,t){if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey)return!1;let n=e.composedPath()[0];return e.composedPath().includes(t)?!tf(e):Qd.has(e.key)?!1:n===document.body||!n.closest(`input, textarea, select, button, a, summary`)}function tf(e){let t=e.key===` `?`Space`:e.key;return e.composedPath().some(n=>n instanceof HTMLElement?(n.getAttribute(`keysused`)?.split(` `)??n.keysUsed)?.some(n=>n===t||n===e.key)??!1:!1)}function nf({video:e}){e.paused?e.play().catch(()=>void 0):e.pause()}function rf({video:e},t){let n=Number.isFinite(e.duration)?e.duration:1/0;e.currentTime=Math.min(Math.max(e.currentTime+t,0),n)}function af({video:e},t){e.volume=Math.min(Math.max(e.volume+t,0),1),e.muted=!1}function of({video:e},n){let r=(n>0?t:[...t].reverse()).find(t=>(t-e.playbackRate)*n>0);r&&(e.playbackRate=r)}function sf({root:e}){let t=`media${document.fullscreenElement===e?`exit`:`enter`}fullscreenrequest`;e.dispatchEvent(new CustomEvent(t,{bubbles:!0,composed:!0}))}function cf({video:t}){if(i(t))return e(t,null);let a=r(t),o=a.find(e=>e.language===n().captions)??a[0];o&&e(t,o.language)}var lf=c({Player:()=>df});Ce(HTMLVideoElement);var uf=`application/vnd.apple.mpegurl`,df=class{video;config;options;tuning;root;#e=null;#t=null;#n=!1;#r;constructor(e,t,n,r,i=`page`,o={}){this.video=t,this.config=n,this.options=r,this.tuning=o,this.root=Bd(n,r.controls),this.#a(),this.root.append(t),e.replaceWith(this.root),Vd(this.root),a(t,r.rate,r.captions),this.update(n),this.#r=$d(this,i===`page`?document:this.root),this.#i.querySelector(`button`)?.addEventListener(`click`,()=>void this.retry()),this.#o(),r.autoplay&&this.play()}load(){return this.#t??=this.#c()}async play(){await this.load(),await this.video.play().catch(()=>void 0)}async retry(){this.#i.hidden=!0,this.#e?.destroy(),this.#e=null,this.#t=null,await this.play()}update(t){this.config=t;let r=new Set([...this.video.querySelectorAll(`track`)].map(e=>e.src)),i=(e,t,n={})=>{let i=Object.assign(document.createElement(`track`),{kind:e,src:t,...n});r.has(i.src)||(this.video.append(i),e!==`captions`&&(i.track.mode=`hidden`))};for(let e of ff(t.captions))i(`captions`,e.src,e);t.chapters&&i(`chapters`,t.chapters),t.storyboard&&i(`metadata`,t.storyboard,{label:`thumbnails`});let a=this.options.captions??n().captions;a&&e(this.video,a)}async reload(){await this.#e?.reload()}dispose(){this.#r(),this.#e?.destroy(),this.root.remove()}get qualities(){return this.video.videoRenditions.length}get#i(){return this.root.querySelector(`.vp-message`)}#a(){let{video:e,options:t,config:n}=this;e.slot=`media`,e.controls=!1,e.playsInline=!0,e.crossOrigin=`anonymous`,e.preload=`none`,e.loop=t.loop,e.muted=t.muted,n.poster&&(e.poster=``);let{stopAt_s:r}=t;if(r===null)return;let i=()=>{e.currentTime<r||(e.removeEventListener(`timeupdate`,i),e.pause())};e.addEventListener(`timeupdate`,i)}#o(){let{video:e}=this;e.addEventListener(`play`,()=>{this.#n=!0,this.load()}),e.addEventListener(`pause`,()=>{!e.error&&!e.ended&&(this.#n=!1)})}#s(){this.#n&&!this.video.ended&&this.video.play().catch(()=>void 0)}async#c(){let{video:e,config:t,options:n}=this;if(!(`MediaSource`in window||`ManagedMediaSource`in window)&&e.canPlayType(uf))return this.#n||=!e.paused,e.src=n.startAt_s?`${t.hls}#t=${n.startAt_s}`:t.hls,this.#s();try{let{Engine:r}=await o(async()=>{let{Engine:e}=await import(`./hls.js`);return{Engine:e}},[],import.meta.url);this.#n||=!e.paused,this.#e=await r.attach(e,{source:t.hls,startAt_s:n.startAt_s,live:t.live??!1,hasCaptions:t.captions.length>0,tuning:this.tuning,onAttached:()=>this.#s(),onFatal:()=>this.#l()})}catch{this.#l()}}#l(){this.#i.hidden=!1,this.#i.querySelector(`p`).textContent=`The video cannot be loaded right now.`,this.video.dispatchEvent(new CustomEvent(`playerfailed`))}};function ff(e){let t=[n().captions,...navigator.languages],r=({srclang:e})=>{let n=t.findIndex(t=>t?.split(`-`)[0]===e.split(`-`)[0]);return n<0?t.length:n};return[...e].sort((e,t)=>r(e)-r(t))}export{lf as n,df as t};