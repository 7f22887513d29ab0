import{a as e,c as t,i as n,n as r,o as i,r as a,t as o}from"./preload-helper.js";var s=Object.defineProperty,c=(e,t)=>{let n={};for(var r in e)s(n,r,{get:e[r],enumerable:!0});return t||s(n,Symbol.toStringTag,{value:`Module`}),n},l=class extends Event{track;constructor(e,t){super(e),this.track=t.track}},u=new WeakMap;function d(e){return u.get(e)??f(e,{})}function f(e,t){let n=u.get(e);return n||u.set(e,n={}),Object.assign(n,t)}function p(e,t){let n=e.videoTracks;d(t).media=new WeakRef(e),d(t).renditionSet||(d(t).renditionSet=new Set);let r=d(n).trackSet;r.add(t);let i=r.size-1;i in te.prototype||Object.defineProperty(te.prototype,i,{get(){return[...d(this).trackSet][i]}}),queueMicrotask(()=>{n.dispatchEvent(new l(`addtrack`,{track:t}))})}function m(e){let t=d(e).media?.deref()?.videoTracks;t&&(d(t).trackSet.delete(e),queueMicrotask(()=>{t.dispatchEvent(new l(`removetrack`,{track:e}))}))}function ee(e){let t=d(e).media?.deref()?.videoTracks??[],n=!1;for(let r of t)r!==e&&(r.selected=!1,n=!0);if(n){if(d(t).changeRequested)return;d(t).changeRequested=!0,queueMicrotask(()=>{delete d(t).changeRequested,t.dispatchEvent(new Event(`change`))})}}var te=class extends EventTarget{#e;#t;#n;constructor(){super(),d(this).trackSet=new Set}get#r(){return d(this).trackSet}[Symbol.iterator](){return this.#r.values()}get length(){return this.#r.size}getTrackById(e){return[...this.#r].find(t=>t.id===e)??null}get selectedIndex(){return[...this.#r].findIndex(e=>e.selected)}get onaddtrack(){return this.#e}set onaddtrack(e){this.#e&&=(this.removeEventListener(`addtrack`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addtrack`,e))}get onremovetrack(){return this.#t}set onremovetrack(e){this.#t&&=(this.removeEventListener(`removetrack`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removetrack`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},h=class extends Event{rendition;constructor(e,t){super(e),this.rendition=t.rendition}};function ne(e,t){let n=d(e).media?.deref()?.videoRenditions;d(t).media=d(e).media,d(t).track=e;let r=d(e).renditionSet;r.add(t);let i=r.size-1;i in oe.prototype||Object.defineProperty(oe.prototype,i,{get(){return ae(this)[i]}}),queueMicrotask(()=>{n&&e.selected&&n.dispatchEvent(new h(`addrendition`,{rendition:t}))})}function re(e){let t=d(e).media?.deref()?.videoRenditions,n=d(e).track;d(n).renditionSet.delete(e),queueMicrotask(()=>{let n=d(e).track;t&&n.selected&&t.dispatchEvent(new h(`removerendition`,{rendition:e}))})}function ie(e){let t=d(e).media?.deref()?.videoRenditions;t&&!d(t).changeRequested&&(d(t).changeRequested=!0,queueMicrotask(()=>{delete d(t).changeRequested,d(e).track.selected&&t.dispatchEvent(new Event(`change`))}))}function ae(e){let t=d(e).media?.deref();return t?[...t.videoTracks].filter(e=>e.selected).flatMap(e=>[...d(e).renditionSet]):[]}var oe=class extends EventTarget{#e;#t;#n;[Symbol.iterator](){return ae(this).values()}get length(){return ae(this).length}getRenditionById(e){return ae(this).find(t=>`${t.id}`==`${e}`)??null}get selectedIndex(){return ae(this).findIndex(e=>e.selected)}set selectedIndex(e){for(let[t,n]of ae(this).entries())n.selected=t===e}get onaddrendition(){return this.#e}set onaddrendition(e){this.#e&&=(this.removeEventListener(`addrendition`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addrendition`,e))}get onremoverendition(){return this.#t}set onremoverendition(e){this.#t&&=(this.removeEventListener(`removerendition`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removerendition`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},se=class{src;id;width;height;bitrate;frameRate;codec;#e=!1;get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,ie(this))}},ce=class{id;kind;label=``;language=``;sourceBuffer;#e=!1;addRendition(e,t,n,r,i,a){let o=new se;return o.src=e,o.width=t,o.height=n,o.frameRate=a,o.bitrate=i,o.codec=r,ne(this,o),o}removeRendition(e){re(e)}get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,e===!0&&ee(this))}};function le(e,t){let n=d(e).media?.deref()?.audioRenditions;d(t).media=d(e).media,d(t).track=e;let r=d(e).renditionSet;r.add(t);let i=r.size-1;i in pe.prototype||Object.defineProperty(pe.prototype,i,{get(){return fe(this)[i]}}),queueMicrotask(()=>{n&&e.enabled&&n.dispatchEvent(new h(`addrendition`,{rendition:t}))})}function ue(e){let t=d(e).media?.deref()?.audioRenditions,n=d(e).track;d(n).renditionSet.delete(e),queueMicrotask(()=>{let n=d(e).track;t&&n.enabled&&t.dispatchEvent(new h(`removerendition`,{rendition:e}))})}function de(e){let t=d(e).media?.deref()?.audioRenditions;t&&!d(t).changeRequested&&(d(t).changeRequested=!0,queueMicrotask(()=>{delete d(t).changeRequested,d(e).track.enabled&&t.dispatchEvent(new Event(`change`))}))}function fe(e){let t=d(e).media?.deref();return t?[...t.audioTracks].filter(e=>e.enabled).flatMap(e=>[...d(e).renditionSet]):[]}var pe=class extends EventTarget{#e;#t;#n;[Symbol.iterator](){return fe(this).values()}get length(){return fe(this).length}getRenditionById(e){return fe(this).find(t=>`${t.id}`==`${e}`)??null}get selectedIndex(){return fe(this).findIndex(e=>e.selected)}set selectedIndex(e){for(let[t,n]of fe(this).entries())n.selected=t===e}get onaddrendition(){return this.#e}set onaddrendition(e){this.#e&&=(this.removeEventListener(`addrendition`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addrendition`,e))}get onremoverendition(){return this.#t}set onremoverendition(e){this.#t&&=(this.removeEventListener(`removerendition`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removerendition`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},me=class{src;id;bitrate;codec;#e=!1;get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,de(this))}};function he(e,t){let n=e.audioTracks;d(t).media=new WeakRef(e),d(t).renditionSet||(d(t).renditionSet=new Set);let r=d(n).trackSet;r.add(t);let i=r.size-1;i in ve.prototype||Object.defineProperty(ve.prototype,i,{get(){return[...d(this).trackSet][i]}}),queueMicrotask(()=>{n.dispatchEvent(new l(`addtrack`,{track:t}))})}function ge(e){let t=d(e).media?.deref()?.audioTracks;t&&(d(t).trackSet.delete(e),queueMicrotask(()=>{t.dispatchEvent(new l(`removetrack`,{track:e}))}))}function _e(e){let t=d(e).media?.deref()?.audioTracks;t&&!d(t).changeRequested&&(d(t).changeRequested=!0,queueMicrotask(()=>{delete d(t).changeRequested,t.dispatchEvent(new Event(`change`))}))}var ve=class extends EventTarget{#e;#t;#n;constructor(){super(),d(this).trackSet=new Set}get#r(){return d(this).trackSet}[Symbol.iterator](){return this.#r.values()}get length(){return this.#r.size}getTrackById(e){return[...this.#r].find(t=>t.id===e)??null}get onaddtrack(){return this.#e}set onaddtrack(e){this.#e&&=(this.removeEventListener(`addtrack`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addtrack`,e))}get onremovetrack(){return this.#t}set onremovetrack(e){this.#t&&=(this.removeEventListener(`removetrack`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removetrack`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},ye=class{id;kind;label=``;language=``;sourceBuffer;#e=!1;addRendition(e,t,n){let r=new me;return r.src=e,r.codec=t,r.bitrate=n,le(this,r),r}removeRendition(e){ue(e)}get enabled(){return this.#e}set enabled(e){this.#e!==e&&(this.#e=e,_e(this))}},be=Ce(globalThis.HTMLMediaElement,`video`),xe=Ce(globalThis.HTMLMediaElement,`audio`);function Se(e){if(!e?.prototype)return e;let t=Ce(e,`video`);(!t||`${t}`.includes(`[native code]`))&&Object.defineProperty(e.prototype,"videoTracks",{get(){return we(this)}});let n=Ce(e,`audio`);(!n||`${n}`.includes(`[native code]`))&&Object.defineProperty(e.prototype,"audioTracks",{get(){return Te(this)}}),`addVideoTrack`in e.prototype||(e.prototype.addVideoTrack=function(e,t=``,n=``){let r=new ce;return r.kind=e,r.label=t,r.language=n,p(this,r),r}),`removeVideoTrack`in e.prototype||(e.prototype.removeVideoTrack=m),`addAudioTrack`in e.prototype||(e.prototype.addAudioTrack=function(e,t=``,n=``){let r=new ye;return r.kind=e,r.label=t,r.language=n,he(this,r),r}),`removeAudioTrack`in e.prototype||(e.prototype.removeAudioTrack=ge),`videoRenditions`in e.prototype||Object.defineProperty(e.prototype,"videoRenditions",{get(){return r(this)}});let r=e=>{let t=d(e).videoRenditions;return t||(t=new oe,d(t).media=new WeakRef(e),d(e).videoRenditions=t),t};`audioRenditions`in e.prototype||Object.defineProperty(e.prototype,"audioRenditions",{get(){return i(this)}});let i=e=>{let t=d(e).audioRenditions;return t||(t=new pe,d(t).media=new WeakRef(e),d(e).audioRenditions=t),t};return e}function Ce(e,t){if(e?.prototype)return Object.getOwnPropertyDescriptor(e.prototype,`${t}Tracks`)?.get}function we(e){let t=d(e).videoTracks;if(!t&&(t=new te,d(e).videoTracks=t,be)){let n=be.call(e.nativeEl??e);for(let t of n)p(e,t);n.addEventListener(`change`,()=>{t.dispatchEvent(new Event(`change`))}),n.addEventListener(`addtrack`,r=>{if([...t].some(e=>e instanceof ce))for(let e of n)m(e);else p(e,r.track)}),n.addEventListener(`removetrack`,e=>{m(e.track)})}return t}function Te(e){let t=d(e).audioTracks;if(!t&&(t=new ve,d(e).audioTracks=t,xe)){let n=xe.call(e.nativeEl??e);for(let t of n)he(e,t);n.addEventListener(`change`,()=>{t.dispatchEvent(new Event(`change`))}),n.addEventListener(`addtrack`,r=>{if([...t].some(e=>e instanceof ye))for(let e of n)ge(e);else he(e,r.track)}),n.addEventListener(`removetrack`,e=>{ge(e.track)})}return t}var Ee=class{addEventListener(){}removeEventListener(){}dispatchEvent(){return!0}},De=class extends Ee{},Oe=class extends De{constructor(){super(...arguments),this.role=null}},ke=class{observe(){}unobserve(){}disconnect(){}},Ae={createElement:function(){return new je.HTMLElement},createElementNS:function(){return new je.HTMLElement},addEventListener(){},removeEventListener(){},dispatchEvent(e){return!1}},je={ResizeObserver:ke,document:Ae,Node:De,Element:Oe,HTMLElement:class extends Oe{constructor(){super(...arguments),this.innerHTML=``}get content(){return new je.DocumentFragment}},DocumentFragment:class extends Ee{},customElements:{get:function(){},define:function(){},whenDefined:function(){}},localStorage:{getItem(e){return null},setItem(e,t){},removeItem(e){}},CustomEvent:function(){},getComputedStyle:function(){},navigator:{languages:[],get userAgent(){return``}},matchMedia(e){return{matches:!1,media:e}},DOMParser:class{parseFromString(e,t){return{body:{textContent:e}}}}},Me=`global`in globalThis&&(globalThis==null?void 0:globalThis.global)===globalThis||typeof window>`u`||window.customElements===void 0,Ne=Object.keys(je).every(e=>e in globalThis),g=Me&&!Ne?je:globalThis,_=Me&&!Ne?Ae:globalThis.document,v={MEDIA_PLAY_REQUEST:`mediaplayrequest`,MEDIA_PAUSE_REQUEST:`mediapauserequest`,MEDIA_MUTE_REQUEST:`mediamuterequest`,MEDIA_UNMUTE_REQUEST:`mediaunmuterequest`,MEDIA_LOOP_REQUEST:`medialooprequest`,MEDIA_VOLUME_REQUEST:`mediavolumerequest`,MEDIA_SEEK_REQUEST:`mediaseekrequest`,MEDIA_AIRPLAY_REQUEST:`mediaairplayrequest`,MEDIA_ENTER_FULLSCREEN_REQUEST:`mediaenterfullscreenrequest`,MEDIA_EXIT_FULLSCREEN_REQUEST:`mediaexitfullscreenrequest`,MEDIA_PREVIEW_REQUEST:`mediapreviewrequest`,MEDIA_ENTER_PIP_REQUEST:`mediaenterpiprequest`,MEDIA_EXIT_PIP_REQUEST:`mediaexitpiprequest`,MEDIA_ENTER_CAST_REQUEST:`mediaentercastrequest`,MEDIA_EXIT_CAST_REQUEST:`mediaexitcastrequest`,MEDIA_SHOW_TEXT_TRACKS_REQUEST:`mediashowtexttracksrequest`,MEDIA_HIDE_TEXT_TRACKS_REQUEST:`mediahidetexttracksrequest`,MEDIA_SHOW_SUBTITLES_REQUEST:`mediashowsubtitlesrequest`,MEDIA_DISABLE_SUBTITLES_REQUEST:`mediadisablesubtitlesrequest`,MEDIA_TOGGLE_SUBTITLES_REQUEST:`mediatogglesubtitlesrequest`,MEDIA_PLAYBACK_RATE_REQUEST:`mediaplaybackraterequest`,MEDIA_RENDITION_REQUEST:`mediarenditionrequest`,MEDIA_AUDIO_TRACK_REQUEST:`mediaaudiotrackrequest`,MEDIA_SEEK_TO_LIVE_REQUEST:`mediaseektoliverequest`,REGISTER_MEDIA_STATE_RECEIVER:`registermediastatereceiver`,UNREGISTER_MEDIA_STATE_RECEIVER:`unregistermediastatereceiver`},y={MEDIA_CHROME_ATTRIBUTES:`mediachromeattributes`,MEDIA_CONTROLLER:`mediacontroller`},Pe={MEDIA_AIRPLAY_UNAVAILABLE:`mediaAirplayUnavailable`,MEDIA_AUDIO_TRACK_ENABLED:`mediaAudioTrackEnabled`,MEDIA_AUDIO_TRACK_LIST:`mediaAudioTrackList`,MEDIA_AUDIO_TRACK_UNAVAILABLE:`mediaAudioTrackUnavailable`,MEDIA_BUFFERED:`mediaBuffered`,MEDIA_CAST_UNAVAILABLE:`mediaCastUnavailable`,MEDIA_CHAPTERS_CUES:`mediaChaptersCues`,MEDIA_CURRENT_TIME:`mediaCurrentTime`,MEDIA_DURATION:`mediaDuration`,MEDIA_ENDED:`mediaEnded`,MEDIA_ERROR:`mediaError`,MEDIA_ERROR_CODE:`mediaErrorCode`,MEDIA_ERROR_MESSAGE:`mediaErrorMessage`,MEDIA_FULLSCREEN_UNAVAILABLE:`mediaFullscreenUnavailable`,MEDIA_HAS_PLAYED:`mediaHasPlayed`,MEDIA_HEIGHT:`mediaHeight`,MEDIA_IS_AIRPLAYING:`mediaIsAirplaying`,MEDIA_IS_CASTING:`mediaIsCasting`,MEDIA_IS_FULLSCREEN:`mediaIsFullscreen`,MEDIA_IS_PIP:`mediaIsPip`,MEDIA_LOADING:`mediaLoading`,MEDIA_MUTED:`mediaMuted`,MEDIA_LOOP:`mediaLoop`,MEDIA_PAUSED:`mediaPaused`,MEDIA_PIP_UNAVAILABLE:`mediaPipUnavailable`,MEDIA_PLAYBACK_RATE:`mediaPlaybackRate`,MEDIA_PREVIEW_CHAPTER:`mediaPreviewChapter`,MEDIA_PREVIEW_COORDS:`mediaPreviewCoords`,MEDIA_PREVIEW_IMAGE:`mediaPreviewImage`,MEDIA_PREVIEW_TIME:`mediaPreviewTime`,MEDIA_RENDITION_LIST:`mediaRenditionList`,MEDIA_RENDITION_SELECTED:`mediaRenditionSelected`,MEDIA_RENDITION_UNAVAILABLE:`mediaRenditionUnavailable`,MEDIA_SEEKABLE:`mediaSeekable`,MEDIA_STREAM_TYPE:`mediaStreamType`,MEDIA_SUBTITLES_LIST:`mediaSubtitlesList`,MEDIA_SUBTITLES_SHOWING:`mediaSubtitlesShowing`,MEDIA_TARGET_LIVE_WINDOW:`mediaTargetLiveWindow`,MEDIA_TIME_IS_LIVE:`mediaTimeIsLive`,MEDIA_VOLUME:`mediaVolume`,MEDIA_VOLUME_LEVEL:`mediaVolumeLevel`,MEDIA_VOLUME_UNAVAILABLE:`mediaVolumeUnavailable`,MEDIA_LANG:`mediaLang`,MEDIA_WIDTH:`mediaWidth`},Fe=Object.entries(Pe),b=Fe.reduce((e,[t,n])=>(e[t]=n.toLowerCase(),e),{}),Ie=Fe.reduce((e,[t,n])=>(e[t]=n.toLowerCase(),e),{USER_INACTIVE_CHANGE:`userinactivechange`,BREAKPOINTS_CHANGE:`breakpointchange`,BREAKPOINTS_COMPUTED:`breakpointscomputed`});Object.entries(Ie).reduce((e,[t,n])=>{let r=b[t];return r&&(e[n]=r),e},{userinactivechange:`userinactive`});var Le=Object.entries(b).reduce((e,[t,n])=>{let r=Ie[t];return r&&(e[n]=r),e},{userinactive:`userinactivechange`}),Re={SUBTITLES:`subtitles`,CAPTIONS:`captions`,DESCRIPTIONS:`descriptions`,CHAPTERS:`chapters`,METADATA:`metadata`},ze={DISABLED:`disabled`,HIDDEN:`hidden`,SHOWING:`showing`},Be={MOUSE:`mouse`,PEN:`pen`,TOUCH:`touch`},x={UNAVAILABLE:`unavailable`,UNSUPPORTED:`unsupported`},Ve={LIVE:`live`,ON_DEMAND:`on-demand`,UNKNOWN:`unknown`},He={INLINE:`inline`,FULLSCREEN:`fullscreen`,PICTURE_IN_PICTURE:`picture-in-picture`},Ue=new WeakMap,We=e=>{let t=Ue.get(e);return t||Ue.set(e,t=new Set),t},Ge=new g.ResizeObserver(e=>{for(let t of e)for(let e of We(t.target))e(t)});function Ke(e,t){We(e).add(t),Ge.observe(e)}function qe(e,t){let n=We(e);n.delete(t),n.size||Ge.unobserve(e)}function S(e){let t={};for(let n of e)t[n.name]=n.value;return t}function Je(e){return Ye(e)??Ze(e,`media-controller`)}function Ye(e){let{MEDIA_CONTROLLER:t}=y,n=e.getAttribute(t);if(n)return $e(e)?.getElementById(n)}var Xe=(e,t)=>!e||!t?!1:e?.contains(t)?!0:Xe(e,t.getRootNode().host),Ze=(e,t)=>e?e.closest(t)||Ze(e.getRootNode().host,t):null;function Qe(e=document){let t=e?.activeElement;return t?Qe(t.shadowRoot)??t:null}function $e(e){let t=(e?.getRootNode)?.call(e);return t instanceof ShadowRoot||t instanceof Document?t:null}function et(e,{depth:t=3,checkOpacity:n=!0,checkVisibilityCSS:r=!0}={}){if(e.checkVisibility)return e.checkVisibility({checkOpacity:n,checkVisibilityCSS:r});let i=e;for(;i&&t>0;){let e=getComputedStyle(i);if(n&&e.opacity===`0`||r&&e.visibility===`hidden`||e.display===`none`)return!1;i=i.parentElement,t--}return!0}function tt(e,t,n,r){let i=r.x-n.x,a=r.y-n.y,o=i*i+a*a;if(o===0)return 0;let s=((e-n.x)*i+(t-n.y)*a)/o;return Math.max(0,Math.min(1,s))}function C(e,t){return nt(e,e=>e===t)||rt(e,t)}function nt(e,t){let n;for(n of e.querySelectorAll(`style:not([media])`)??[]){let e;try{e=n.sheet?.cssRules}catch{continue}for(let n of e??[])if(t(n.selectorText))return n}}function rt(e,t){let n=e.querySelectorAll(`style:not([media])`)??[],r=n?.[n.length-1];if(!r?.sheet)return console.warn(`Media Chrome: No style sheet found on style tag of`,e),{style:{setProperty:()=>{},removeProperty:()=>``,getPropertyValue:()=>``}};let i=r?.sheet.insertRule(`${t}{}`,r.sheet.cssRules.length);return r.sheet.cssRules?.[i]}function w(e,t,n=NaN){let r=e.getAttribute(t);return r==null?n:+r}function T(e,t,n){let r=+n;n==null||Number.isNaN(r)?e.hasAttribute(t)&&e.removeAttribute(t):w(e,t,void 0)!==r&&e.setAttribute(t,`${r}`)}function E(e,t){return e.hasAttribute(t)}function D(e,t,n){n==null?e.hasAttribute(t)&&e.removeAttribute(t):E(e,t)!=n&&e.toggleAttribute(t,n)}function O(e,t,n=null){return e.getAttribute(t)??n}function k(e,t,n){if(n==null){e.hasAttribute(t)&&e.removeAttribute(t);return}let r=`${n}`;O(e,t,void 0)!==r&&e.setAttribute(t,r)}var it=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},at=(e,t,n)=>(it(e,t,`read from private field`),n?n.call(e):t.get(e)),ot=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},st=(e,t,n,r)=>(it(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),A;function ct(e){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-gesture-receiver-display, inline-block));
        box-sizing: border-box;
      }
    </style>
  `}var lt=class extends g.HTMLElement{constructor(){if(super(),ot(this,A,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[y.MEDIA_CONTROLLER,b.MEDIA_PAUSED]}attributeChangedCallback(e,t,n){var r,i,a,o;e===y.MEDIA_CONTROLLER&&(t&&((i=(r=at(this,A))?.unassociateElement)==null||i.call(r,this),st(this,A,null)),n&&this.isConnected&&(st(this,A,this.getRootNode()?.getElementById(n)),(o=(a=at(this,A))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;this.tabIndex=-1,this.setAttribute(`aria-hidden`,`true`),st(this,A,ut(this)),this.getAttribute(y.MEDIA_CONTROLLER)&&((t=(e=at(this,A))?.associateElement)==null||t.call(e,this)),at(this,A)&&(at(this,A).addEventListener(`pointerdown`,this),at(this,A).addEventListener(`click`,this),at(this,A).hasAttribute(`tabindex`)||(at(this,A).tabIndex=0))}disconnectedCallback(){var e,t,n,r;this.getAttribute(y.MEDIA_CONTROLLER)&&((t=(e=at(this,A))?.unassociateElement)==null||t.call(e,this)),(n=at(this,A))==null||n.removeEventListener(`pointerdown`,this),(r=at(this,A))==null||r.removeEventListener(`click`,this),st(this,A,null)}handleEvent(e){let t=e.composedPath()?.[0];if([`video`,`media-controller`].includes(t?.localName)){if(e.type===`pointerdown`)this._pointerType=e.pointerType;else if(e.type===`click`){let{clientX:t,clientY:n}=e,{left:r,top:i,width:a,height:o}=this.getBoundingClientRect(),s=t-r,c=n-i;if(s<0||c<0||s>a||c>o||a===0&&o===0)return;let l=this._pointerType||`mouse`;if(this._pointerType=void 0,l===Be.TOUCH){this.handleTap(e);return}if(l===Be.MOUSE||l===Be.PEN){this.handleMouseClick(e);return}}}}get mediaPaused(){return E(this,b.MEDIA_PAUSED)}set mediaPaused(e){D(this,b.MEDIA_PAUSED,e)}handleTap(e){}handleMouseClick(e){let t=this.mediaPaused?v.MEDIA_PLAY_REQUEST:v.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new g.CustomEvent(t,{composed:!0,bubbles:!0}))}};A=new WeakMap,lt.shadowRootOptions={mode:`open`},lt.getTemplateHTML=ct;function ut(e){let t=e.getAttribute(y.MEDIA_CONTROLLER);return t?e.getRootNode()?.getElementById(t):Ze(e,`media-controller`)}g.customElements.get(`media-gesture-receiver`)||g.customElements.define(`media-gesture-receiver`,lt);var dt=lt,ft={en:{"Start airplay":`Start airplay`,"Stop airplay":`Stop airplay`,Audio:`Audio`,Captions:`Captions`,"Enable captions":`Enable captions`,"Disable captions":`Disable captions`,"Start casting":`Start casting`,"Stop casting":`Stop casting`,"Enter fullscreen mode":`Enter fullscreen mode`,"Exit fullscreen mode":`Exit fullscreen mode`,Mute:`Mute`,Unmute:`Unmute`,Loop:`Loop`,"Enter picture in picture mode":`Enter picture in picture mode`,"Exit picture in picture mode":`Exit picture in picture mode`,Play:`Play`,Pause:`Pause`,"Playback rate":`Playback rate`,"Playback rate {playbackRate}":`Playback rate {playbackRate}`,Quality:`Quality`,"Seek backward":`Seek backward`,"Seek forward":`Seek forward`,Settings:`Settings`,Auto:`Auto`,"audio player":`audio player`,"video player":`video player`,volume:`volume`,seek:`seek`,"closed captions":`closed captions`,"current playback rate":`current playback rate`,"playback time":`playback time`,"media loading":`media loading`,settings:`settings`,"audio tracks":`audio tracks`,quality:`quality`,play:`play`,pause:`pause`,mute:`mute`,unmute:`unmute`,"chapter: {chapterName}":`chapter: {chapterName}`,live:`live`,Off:`Off`,"start airplay":`start airplay`,"stop airplay":`stop airplay`,"start casting":`start casting`,"stop casting":`stop casting`,"enter fullscreen mode":`enter fullscreen mode`,"exit fullscreen mode":`exit fullscreen mode`,"enter picture in picture mode":`enter picture in picture mode`,"exit picture in picture mode":`exit picture in picture mode`,"seek to live":`seek to live`,"playing live":`playing live`,"seek back {seekOffset} seconds":`seek back {seekOffset} seconds`,"seek forward {seekOffset} seconds":`seek forward {seekOffset} seconds`,"Network Error":`Network Error`,"Decode Error":`Decode Error`,"Source Not Supported":`Source Not Supported`,"Encryption Error":`Encryption Error`,"A network error caused the media download to fail.":`A network error caused the media download to fail.`,"A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":`A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.`,"An unsupported error occurred. The server or network failed, or your browser does not support this format.":`An unsupported error occurred. The server or network failed, or your browser does not support this format.`,"The media is encrypted and there are no keys to decrypt it.":`The media is encrypted and there are no keys to decrypt it.`,hour:`hour`,hours:`hours`,minute:`minute`,minutes:`minutes`,second:`second`,seconds:`seconds`,"{time} remaining":`{time} remaining`,"{currentTime} of {totalTime}":`{currentTime} of {totalTime}`,"video not loaded, unknown time.":`video not loaded, unknown time.`}},pt=globalThis.navigator?.language||`en`,mt=e=>{pt=e},ht=e=>{let[t]=pt.split(`-`);return ft[pt]?.[e]||ft[t]?.[e]||ft.en?.[e]||e},gt=()=>{let[e]=pt.split(`-`);return ft[pt]?pt:ft[e]?e:`en`},j=(e,t={})=>ht(e).replace(/\{(\w+)\}/g,(e,n)=>n in t?String(t[n]):`{${n}}`),_t=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},M=(e,t,n)=>(_t(e,t,`read from private field`),n?n.call(e):t.get(e)),N=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},vt=(e,t,n,r)=>(_t(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),yt=(e,t,n)=>(_t(e,t,`access private method`),n),bt,xt,St,Ct,wt,Tt,Et,Dt,Ot,kt,At,jt,Mt,Nt,Pt,Ft,It,Lt,Rt,zt,P={AUDIO:`audio`,AUTOHIDE:`autohide`,BREAKPOINTS:`breakpoints`,GESTURES_DISABLED:`gesturesdisabled`,KEYBOARD_CONTROL:`keyboardcontrol`,NO_AUTOHIDE:`noautohide`,USER_INACTIVE:`userinactive`,AUTOHIDE_OVER_CONTROLS:`autohideovercontrols`};function Bt(e){return`
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
      :host(:not([${P.AUDIO}])[${b.MEDIA_STREAM_TYPE}="${Ve.ON_DEMAND}"][${b.MEDIA_CURRENT_TIME}]:not([${b.MEDIA_CURRENT_TIME}="0"])) slot[name=poster] {
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
        <template shadowrootmode="${dt.shadowRootOptions.mode}">
          ${dt.getTemplateHTML({})}
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
  `}var Vt=Object.values(b),Ht=`sm:384 md:576 lg:768 xl:960`;function Ut(e){Wt(e.target,e.contentRect.width)}function Wt(e,t){if(!e.isConnected)return;let n=Gt(e.getAttribute(P.BREAKPOINTS)??Ht),r=Kt(n,t),i=!1;if(Object.keys(n).forEach(t=>{r.includes(t)?e.hasAttribute(`breakpoint${t}`)||(e.setAttribute(`breakpoint${t}`,``),i=!0):e.hasAttribute(`breakpoint${t}`)&&(e.removeAttribute(`breakpoint${t}`),i=!0)}),i){let t=new CustomEvent(Ie.BREAKPOINTS_CHANGE,{detail:r});e.dispatchEvent(t)}e.breakpointsComputed||(e.breakpointsComputed=!0,e.dispatchEvent(new CustomEvent(Ie.BREAKPOINTS_COMPUTED,{bubbles:!0,composed:!0})))}function Gt(e){let t=e.split(/\s+/);return Object.fromEntries(t.map(e=>e.split(`:`)))}function Kt(e,t){return Object.keys(e).filter(n=>t>=parseInt(e[n]))}var qt=class extends g.HTMLElement{constructor(){if(super(),N(this,Ot),N(this,At),N(this,Mt),N(this,Pt),N(this,It),N(this,bt,void 0),N(this,xt,0),N(this,St,null),N(this,Ct,null),N(this,wt,void 0),this.breakpointsComputed=!1,N(this,Tt,e=>{let t=this.media;for(let n of e){if(n.type!==`childList`)continue;let e=n.removedNodes;for(let r of e){if(r.slot!=`media`||n.target!=this)continue;let e=n.previousSibling&&n.previousSibling.previousElementSibling;if(!e||!t)this.mediaUnsetCallback(r);else{let t=e.slot!==`media`;for(;(e=e.previousSibling)!==null;)e.slot==`media`&&(t=!1);t&&this.mediaUnsetCallback(r)}}if(t)for(let e of n.addedNodes)e===t&&this.handleMediaUpdated(t)}}),N(this,Et,!1),N(this,Dt,e=>{M(this,Et)||(setTimeout(()=>{Ut(e),vt(this,Et,!1)},0),vt(this,Et,!0))}),N(this,Rt,void 0),N(this,zt,()=>{M(this,Rt).assignedElements({flatten:!0}).length?this.handleMediaUpdated(this.media):M(this,St)&&this.mediaUnsetCallback(M(this,St))}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}vt(this,bt,new MutationObserver(M(this,Tt)))}static get observedAttributes(){return[P.AUTOHIDE,P.GESTURES_DISABLED].concat(Vt).filter(e=>![b.MEDIA_RENDITION_LIST,b.MEDIA_AUDIO_TRACK_LIST,b.MEDIA_CHAPTERS_CUES,b.MEDIA_WIDTH,b.MEDIA_HEIGHT,b.MEDIA_ERROR,b.MEDIA_ERROR_MESSAGE].includes(e))}attributeChangedCallback(e,t,n){e.toLowerCase()==P.AUTOHIDE&&(this.autohide=n)}get media(){let e=this.querySelector(`:scope > [slot=media]`);return e?.nodeName==`SLOT`&&(e=e.assignedElements({flatten:!0})[0]),e}async handleMediaUpdated(e){e&&(vt(this,St,e),e.localName.includes(`-`)&&await g.customElements.whenDefined(e.localName),this.mediaSetCallback(e))}connectedCallback(){var e;M(this,bt).observe(this,{childList:!0,subtree:!0}),Ke(this,M(this,Dt));let t=this.getAttribute(P.AUDIO)==null?j(`video player`):j(`audio player`);this.setAttribute(`role`,`region`),this.setAttribute(`aria-label`,t),this.handleMediaUpdated(this.media),this.setAttribute(P.USER_INACTIVE,``),Wt(this,this.getBoundingClientRect().width);let n=this.querySelector(`:scope > slot[slot=media]`);n&&(vt(this,Rt,n),M(this,Rt).addEventListener(`slotchange`,M(this,zt))),this.addEventListener(`pointerdown`,this),this.addEventListener(`pointermove`,this),this.addEventListener(`pointerup`,this),this.addEventListener(`mouseleave`,this),this.addEventListener(`keyup`,this),(e=g.window)==null||e.addEventListener(`mouseup`,this)}disconnectedCallback(){var e;qe(this,M(this,Dt)),clearTimeout(M(this,Ct)),M(this,bt).disconnect(),this.media&&this.mediaUnsetCallback(this.media),(e=g.window)==null||e.removeEventListener(`mouseup`,this),this.removeEventListener(`pointerdown`,this),this.removeEventListener(`pointermove`,this),this.removeEventListener(`pointerup`,this),this.removeEventListener(`mouseleave`,this),this.removeEventListener(`keyup`,this),M(this,Rt)&&(M(this,Rt).removeEventListener(`slotchange`,M(this,zt)),vt(this,Rt,null)),vt(this,Et,!1)}mediaSetCallback(e){}mediaUnsetCallback(e){vt(this,St,null)}handleEvent(e){switch(e.type){case`pointerdown`:vt(this,xt,e.timeStamp);break;case`pointermove`:yt(this,Ot,kt).call(this,e);break;case`pointerup`:yt(this,At,jt).call(this,e);break;case`mouseleave`:yt(this,Mt,Nt).call(this);break;case`mouseup`:this.removeAttribute(P.KEYBOARD_CONTROL);break;case`keyup`:yt(this,It,Lt).call(this),this.setAttribute(P.KEYBOARD_CONTROL,``)}}set autohide(e){let t=Number(e);vt(this,wt,isNaN(t)?0:t)}get autohide(){return(M(this,wt)===void 0?2:M(this,wt)).toString()}get breakpoints(){return O(this,P.BREAKPOINTS)}set breakpoints(e){k(this,P.BREAKPOINTS,e)}get audio(){return E(this,P.AUDIO)}set audio(e){D(this,P.AUDIO,e)}get gesturesDisabled(){return E(this,P.GESTURES_DISABLED)}set gesturesDisabled(e){D(this,P.GESTURES_DISABLED,e)}get keyboardControl(){return E(this,P.KEYBOARD_CONTROL)}set keyboardControl(e){D(this,P.KEYBOARD_CONTROL,e)}get noAutohide(){return E(this,P.NO_AUTOHIDE)}set noAutohide(e){D(this,P.NO_AUTOHIDE,e)}get autohideOverControls(){return E(this,P.AUTOHIDE_OVER_CONTROLS)}set autohideOverControls(e){D(this,P.AUTOHIDE_OVER_CONTROLS,e)}get userInteractive(){return E(this,P.USER_INACTIVE)}set userInteractive(e){D(this,P.USER_INACTIVE,e)}};bt=new WeakMap,xt=new WeakMap,St=new WeakMap,Ct=new WeakMap,wt=new WeakMap,Tt=new WeakMap,Et=new WeakMap,Dt=new WeakMap,Ot=new WeakSet,kt=function(e){if(e.pointerType!==`mouse`&&e.timeStamp-M(this,xt)<250)return;yt(this,Pt,Ft).call(this),clearTimeout(M(this,Ct));let t=this.hasAttribute(P.AUTOHIDE_OVER_CONTROLS);([this,this.media].includes(e.target)||t)&&yt(this,It,Lt).call(this)},At=new WeakSet,jt=function(e){if(e.pointerType===`touch`){let t=!this.hasAttribute(P.USER_INACTIVE);[this,this.media].includes(e.target)&&t?yt(this,Mt,Nt).call(this):yt(this,It,Lt).call(this)}else e.composedPath().some(e=>[`media-play-button`,`media-fullscreen-button`].includes(e?.localName))&&yt(this,It,Lt).call(this)},Mt=new WeakSet,Nt=function(){if(M(this,wt)<0||this.hasAttribute(P.USER_INACTIVE))return;this.setAttribute(P.USER_INACTIVE,``);let e=new g.CustomEvent(Ie.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!0});this.dispatchEvent(e)},Pt=new WeakSet,Ft=function(){if(!this.hasAttribute(P.USER_INACTIVE))return;this.removeAttribute(P.USER_INACTIVE);let e=new g.CustomEvent(Ie.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!1});this.dispatchEvent(e)},It=new WeakSet,Lt=function(){yt(this,Pt,Ft).call(this),clearTimeout(M(this,Ct));let e=parseInt(this.autohide);e<0||vt(this,Ct,setTimeout(()=>{yt(this,Mt,Nt).call(this)},e*1e3))},Rt=new WeakMap,zt=new WeakMap,qt.shadowRootOptions={mode:`open`},qt.getTemplateHTML=Bt,g.customElements.get(`media-container`)||g.customElements.define(`media-container`,qt);var Jt=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Yt=(e,t,n)=>(Jt(e,t,`read from private field`),n?n.call(e):t.get(e)),Xt=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Zt=(e,t,n,r)=>(Jt(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Qt=(e,t,n)=>(Jt(e,t,`access private method`),n),$t,en,tn,nn,rn,an,on,sn,cn,ln,un,dn,fn,pn,mn;function hn(e){return`
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
  `}function gn(e){return`
    <slot id="content"></slot>
  `}var _n={OPEN:`open`,ANCHOR:`anchor`},vn=class extends g.HTMLElement{constructor(){super(),Xt(this,nn),Xt(this,an),Xt(this,sn),Xt(this,ln),Xt(this,dn),Xt(this,pn),Xt(this,$t,!1),Xt(this,en,null),Xt(this,tn,null)}static get observedAttributes(){return[_n.OPEN,_n.ANCHOR]}get open(){return E(this,_n.OPEN)}set open(e){D(this,_n.OPEN,e)}handleEvent(e){switch(e.type){case`invoke`:Qt(this,ln,un).call(this,e);break;case`focusout`:Qt(this,dn,fn).call(this,e);break;case`keydown`:Qt(this,pn,mn).call(this,e)}}connectedCallback(){Qt(this,nn,rn).call(this),this.role||=`dialog`,this.addEventListener(`invoke`,this),this.addEventListener(`focusout`,this),this.addEventListener(`keydown`,this)}disconnectedCallback(){this.removeEventListener(`invoke`,this),this.removeEventListener(`focusout`,this),this.removeEventListener(`keydown`,this)}attributeChangedCallback(e,t,n){Qt(this,nn,rn).call(this),e===_n.OPEN&&n!==t&&(this.open?Qt(this,an,on).call(this):Qt(this,sn,cn).call(this))}focus(){Zt(this,en,Qe());let e=!this.dispatchEvent(new Event(`focus`,{composed:!0,cancelable:!0})),t=!this.dispatchEvent(new Event(`focusin`,{composed:!0,bubbles:!0,cancelable:!0}));e||t||this.querySelector(`[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]`)?.focus()}get keysUsed(){return[`Escape`,`Tab`]}};$t=new WeakMap,en=new WeakMap,tn=new WeakMap,nn=new WeakSet,rn=function(){if(!Yt(this,$t)&&(Zt(this,$t,!0),!this.shadowRoot)){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e),queueMicrotask(()=>{let{style:e}=C(this.shadowRoot,`:host`);e.setProperty(`transition`,`display .15s, visibility .15s, opacity .15s ease-in, transform .15s ease-in`)})}},an=new WeakSet,on=function(){var e;(e=Yt(this,tn))==null||e.setAttribute(`aria-expanded`,`true`),this.dispatchEvent(new Event(`open`,{composed:!0,bubbles:!0})),this.addEventListener(`transitionend`,()=>this.focus(),{once:!0})},sn=new WeakSet,cn=function(){var e;(e=Yt(this,tn))==null||e.setAttribute(`aria-expanded`,`false`),this.dispatchEvent(new Event(`close`,{composed:!0,bubbles:!0}))},ln=new WeakSet,un=function(e){Zt(this,tn,e.relatedTarget),Xe(this,e.relatedTarget)||(this.open=!this.open)},dn=new WeakSet,fn=function(e){var t;Xe(this,e.relatedTarget)||((t=Yt(this,en))==null||t.focus(),Yt(this,tn)&&Yt(this,tn)!==e.relatedTarget&&this.open&&(this.open=!1))},pn=new WeakSet,mn=function(e){var t,n,r,i,a;let{key:o,ctrlKey:s,altKey:c,metaKey:l}=e;s||c||l||this.keysUsed.includes(o)&&(e.preventDefault(),e.stopPropagation(),o===`Tab`?(e.shiftKey?(n=(t=this.previousElementSibling)?.focus)==null||n.call(t):(i=(r=this.nextElementSibling)?.focus)==null||i.call(r),this.blur()):o===`Escape`&&((a=Yt(this,en))==null||a.focus(),this.open=!1))},vn.shadowRootOptions={mode:`open`},vn.getTemplateHTML=hn,vn.getSlotTemplateHTML=gn,g.customElements.get(`media-chrome-dialog`)||g.customElements.define(`media-chrome-dialog`,vn);var yn=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},bn=(e,t,n)=>(yn(e,t,`read from private field`),n?n.call(e):t.get(e)),xn=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Sn,Cn,wn={HOTKEYS:`hotkeys`},Tn=[{keys:[{key:` `,label:`Space`},{key:`k`}],description:`Toggle Playback`},{keys:[{key:`m`}],description:`Toggle mute`},{keys:[{key:`f`}],description:`Toggle fullscreen`},{keys:[{key:`c`}],description:`Toggle captions or subtitles, if available`},{keys:[{key:`p`}],description:`Toggle Picture in Picture`},{keys:[{key:`ArrowLeft`,label:`←`},{key:`j`}],description:`Seek back 10s`},{keys:[{key:`ArrowRight`,label:`→`},{key:`l`}],description:`Seek forward 10s`},{keys:[{key:`ArrowUp`,label:`↑`}],description:`Turn volume up`},{keys:[{key:`ArrowDown`,label:`↓`}],description:`Turn volume down`},{keys:[{key:`<`,label:`< (SHIFT+,)`}],description:`Decrease playback rate`},{keys:[{key:`>`,label:`> (SHIFT+.)`}],description:`Increase playback rate`},{keys:[{key:`shift+/`,label:`SHIFT+/`}],description:`Show keyboard shortcuts`}];function En(e){return e===` `?`nospace`:`no${e.toLowerCase()}`}function Dn(e){let t=new Set(e?.split(/\s+/));return Tn.map(({keys:e,description:n})=>({keys:e.filter(({key:e})=>!t.has(En(e))),description:n})).filter(({keys:e})=>e.length)}function On(e){return`
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
      ${kn(e[wn.HOTKEYS])}
    </slot>
  `}function kn(e){return`
    <h2>Keyboard Shortcuts</h2>
    <table class="shortcuts-table">${Dn(e).map(({keys:e,description:t})=>`
        <tr>
          <td>
            <div class="key-combo">${e.map(({key:e,label:t=e},n)=>n>0?`<span class="key-separator">or</span><span class="key">${t}</span>`:`<span class="key">${t}</span>`).join(``)}</div>
          </td>
          <td class="description">${t}</td>
        </tr>
      `).join(``)}</table>
  `}var An=class extends vn{constructor(){super(...arguments),xn(this,Sn,e=>{if(!this.open)return;let t=this.shadowRoot?.querySelector(`#content`);if(!t)return;let n=e.composedPath(),r=n[0]===this||n.includes(this),i=n.includes(t);r&&!i&&(this.open=!1)}),xn(this,Cn,e=>{if(!this.open)return;let t=e.shiftKey&&(e.key===`/`||e.key===`?`);e.key!==`Escape`&&!t||e.ctrlKey||e.altKey||e.metaKey||(this.open=!1,e.preventDefault(),e.stopPropagation())})}static get observedAttributes(){return[...super.observedAttributes,wn.HOTKEYS]}get hotkeys(){return O(this,wn.HOTKEYS)??void 0}set hotkeys(e){k(this,wn.HOTKEYS,e)}connectedCallback(){super.connectedCallback(),this.open&&(this.addEventListener(`click`,bn(this,Sn)),document.addEventListener(`keydown`,bn(this,Cn)))}disconnectedCallback(){this.removeEventListener(`click`,bn(this,Sn)),document.removeEventListener(`keydown`,bn(this,Cn))}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),e===`open`)this.open?(this.addEventListener(`click`,bn(this,Sn)),document.addEventListener(`keydown`,bn(this,Cn))):(this.removeEventListener(`click`,bn(this,Sn)),document.removeEventListener(`keydown`,bn(this,Cn)));else if(e===wn.HOTKEYS&&n!==t){let e=this.shadowRoot?.querySelector(`#content`);e&&(e.innerHTML=kn(n))}}};Sn=new WeakMap,Cn=new WeakMap,An.getSlotTemplateHTML=On,g.customElements.get(`media-keyboard-shortcuts-dialog`)||g.customElements.define(`media-keyboard-shortcuts-dialog`,An);var jn=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},F=(e,t,n)=>(jn(e,t,`read from private field`),n?n.call(e):t.get(e)),Mn=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Nn=(e,t,n,r)=>(jn(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Pn,Fn,In,Ln,Rn,zn,Bn=class{constructor(e,t,{defaultValue:n}={defaultValue:void 0}){Mn(this,Rn),Mn(this,Pn,void 0),Mn(this,Fn,void 0),Mn(this,In,void 0),Mn(this,Ln,new Set),Nn(this,Pn,e),Nn(this,Fn,t),Nn(this,In,new Set(n))}[Symbol.iterator](){return F(this,Rn,zn).values()}get length(){return F(this,Rn,zn).size}get value(){return[...F(this,Rn,zn)].join(` `)??``}set value(e){e!==this.value&&(Nn(this,Ln,new Set),this.add(...e?.split(` `)??[]))}toString(){return this.value}item(e){return[...F(this,Rn,zn)][e]}values(){return F(this,Rn,zn).values()}forEach(e,t){F(this,Rn,zn).forEach(e,t)}add(...e){var t;e.forEach(e=>F(this,Ln).add(e)),this.value===``&&!F(this,Pn)?.hasAttribute(`${F(this,Fn)}`)||(t=F(this,Pn))==null||t.setAttribute(`${F(this,Fn)}`,`${this.value}`)}remove(...e){var t;e.forEach(e=>F(this,Ln).delete(e)),(t=F(this,Pn))==null||t.setAttribute(`${F(this,Fn)}`,`${this.value}`)}contains(e){return F(this,Rn,zn).has(e)}toggle(e,t){return t===void 0?this.contains(e)?(this.remove(e),!1):(this.add(e),!0):t?(this.add(e),!0):(this.remove(e),!1)}replace(e,t){return this.remove(e),this.add(t),e===t}};Pn=new WeakMap,Fn=new WeakMap,In=new WeakMap,Ln=new WeakMap,Rn=new WeakSet,zn=function(){return F(this,Ln).size?F(this,Ln):F(this,In)};function Vn(e){return e?.map(Un).join(` `)}function Hn(e){return e?.split(/\s+/).map(Wn)}function Un(e){if(e){let{id:t,width:n,height:r}=e;return[t,n,r].filter(e=>e!=null).join(`:`)}}function Wn(e){if(e){let[t,n,r]=e.split(`:`);return{id:t,width:+n,height:+r}}}function Gn(e){return e?.map(qn).join(` `)}function Kn(e){return e?.split(/\s+/).map(Jn)}function qn(e){if(e){let{id:t,kind:n,language:r,label:i}=e;return[t,n,r,i].filter(e=>e!=null).join(`:`)}}function Jn(e){if(e){let[t,n,r,i]=e.split(`:`);return{id:t,kind:n,language:r,label:i}}}function Yn(e){return typeof e==`number`&&!Number.isNaN(e)&&Number.isFinite(e)}var Xn=e=>new Promise(t=>setTimeout(t,e)),Zn=(e=``)=>e.split(/\s+/),Qn=(e=``)=>{let[t,n,r]=e.split(`:`),i=r?decodeURIComponent(r):void 0;return{kind:t===`cc`?Re.CAPTIONS:Re.SUBTITLES,language:n,label:i}},$n=(e=``,t={})=>Zn(e).map(e=>{let n=Qn(e);return{...t,...n}}),er=e=>e?Array.isArray(e)?e.map(e=>typeof e==`string`?Qn(e):e):typeof e==`string`?$n(e):[e]:[],tr=({kind:e,label:t,language:n}={kind:`subtitles`})=>t?`${e===`captions`?`cc`:`sb`}:${n}:${encodeURIComponent(t)}`:n,nr=(e=[])=>Array.prototype.map.call(e,tr).join(` `),rr=(e,t)=>n=>n[e]===t,ir=e=>{let t=Object.entries(e).map(([e,t])=>rr(e,t));return e=>t.every(t=>t(e))},ar=(e,t=[],n=[])=>{let r=er(n).map(ir);Array.from(t).filter(e=>r.some(t=>t(e))).forEach(t=>{t.mode=e})},or=(e,t=()=>!0)=>{if(!e?.textTracks)return[];let n=typeof t==`function`?t:ir(t);return Array.from(e.textTracks).filter(n)},sr=e=>!!e.mediaSubtitlesShowing?.length||e.hasAttribute(b.MEDIA_SUBTITLES_SHOWING),cr=e=>{let{media:t,fullscreenElement:n}=e;try{let e=n&&`requestFullscreen`in n?`requestFullscreen`:n&&`webkitRequestFullScreen`in n?`webkitRequestFullScreen`:void 0;if(e){let t=n[e]?.call(n);if(t instanceof Promise)return t.catch(()=>{})}else t?.webkitEnterFullscreen?t.webkitEnterFullscreen():t?.requestFullscreen&&t.requestFullscreen()}catch(e){console.error(e)}},lr=`exitFullscreen`in _?`exitFullscreen`:`webkitExitFullscreen`in _?`webkitExitFullscreen`:`webkitCancelFullScreen`in _?`webkitCancelFullScreen`:void 0,ur=e=>{let{documentElement:t}=e;if(lr){let e=(t?.[lr])?.call(t);if(e instanceof Promise)return e.catch(()=>{})}},dr=`fullscreenElement`in _?`fullscreenElement`:`webkitFullscreenElement`in _?`webkitFullscreenElement`:void 0,fr=e=>{let{documentElement:t,media:n}=e,r=t?.[dr];return!r&&`webkitDisplayingFullscreen`in n&&`webkitPresentationMode`in n&&n.webkitDisplayingFullscreen&&n.webkitPresentationMode===He.FULLSCREEN?n:r},pr=e=>{let{media:t,documentElement:n,fullscreenElement:r=t}=e;if(!t||!n)return!1;let i=fr(e);if(!i)return!1;if(i===r||i===t)return!0;if(i.localName.includes(`-`)){let e=i.shadowRoot;if(!(dr in e))return Xe(i,r);for(;e?.[dr];){if(e[dr]===r)return!0;e=e[dr]?.shadowRoot}}return!1},mr=`fullscreenEnabled`in _?`fullscreenEnabled`:`webkitFullscreenEnabled`in _?`webkitFullscreenEnabled`:void 0,hr=e=>{let{documentElement:t,media:n}=e;return!!t?.[mr]||n&&`webkitSupportsFullscreen`in n},gr,_r=()=>{var e;return gr||(gr=((e=_)?.createElement)?.call(e,`video`),gr)},vr=async(e=_r())=>{if(!e)return!1;let t=e.volume;e.volume=t/2+.1;let n=new AbortController,r=await Promise.race([yr(e,n.signal),br(e,t)]);return n.abort(),r},yr=(e,t)=>new Promise(n=>{e.addEventListener(`volumechange`,()=>n(!0),{signal:t})}),br=async(e,t)=>{for(let n=0;n<10;n++){if(e.volume===t)return!1;await Xn(10)}return e.volume!==t},xr=/.*Version\/.*Safari\/.*/.test(g.navigator.userAgent),Sr=(e=_r())=>g.matchMedia(`(display-mode: standalone)`).matches&&xr?!1:typeof e?.requestPictureInPicture==`function`,Cr=(e=_r())=>hr({documentElement:_,media:e}),wr=Cr(),Tr=Sr(),Er=!!g.WebKitPlaybackTargetAvailabilityEvent,Dr=!!g.chrome,Or=e=>or(e.media,e=>[Re.SUBTITLES,Re.CAPTIONS].includes(e.kind)).sort((e,t)=>e.kind>=t.kind?1:-1),kr=e=>or(e.media,e=>e.mode===ze.SHOWING&&[Re.SUBTITLES,Re.CAPTIONS].includes(e.kind)),Ar=(e,t)=>{let n=Or(e),r=kr(e),i=!!r.length;if(n.length){if(t===!1||i&&t!==!0)ar(ze.DISABLED,n,r);else if(t===!0||!i&&t!==!1){let t=n[0],{options:i}=e;if(!i?.noSubtitlesLangPref){let e=g.localStorage.getItem(`media-chrome-pref-subtitles-lang`),r=e?[e,...g.navigator.languages]:g.navigator.languages,i=n.filter(e=>r.some(t=>e.language.toLowerCase().startsWith(t.split(`-`)[0]))).sort((e,t)=>r.findIndex(t=>e.language.toLowerCase().startsWith(t.split(`-`)[0]))-r.findIndex(e=>t.language.toLowerCase().startsWith(e.split(`-`)[0])));i[0]&&(t=i[0])}let{language:a,label:o,kind:s}=t;ar(ze.DISABLED,n,r),ar(ze.SHOWING,n,[{language:a,label:o,kind:s}])}}},jr=(e,t)=>e===t?!0:e==null||t==null||typeof e!=typeof t?!1:typeof e==`number`&&Number.isNaN(e)&&Number.isNaN(t)?!0:typeof e==`object`?Array.isArray(e)?Mr(e,t):Object.entries(e).every(([e,n])=>e in t&&jr(n,t[e])):!1,Mr=(e,t)=>{let n=Array.isArray(e),r=Array.isArray(t);return n===r?n||r?e.length===t.length&&e.every((e,n)=>jr(e,t[n])):!0:!1},Nr=Object.values(Ve),Pr,Fr=vr().then(e=>(Pr=e,Pr)),Ir=async(...e)=>{await Promise.all(e.filter(e=>e).map(async e=>{if(!(`localName`in e&&e instanceof g.HTMLElement))return;let t=e.localName;if(!t.includes(`-`))return;let n=g.customElements.get(t);n&&e instanceof n||(await g.customElements.whenDefined(t),g.customElements.upgrade(e))}))},Lr=new g.DOMParser,Rr=e=>e&&(Lr.parseFromString(e,`text/html`).body.textContent||e),zr={mediaError:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error},mediaEvents:[`emptied`,`error`,`playing`]},mediaErrorCode:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error?.code},mediaEvents:[`emptied`,`error`,`playing`]},mediaErrorMessage:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error?.message??``},mediaEvents:[`emptied`,`error`,`playing`]},mediaWidth:{get(e){let{media:t}=e;return t?.videoWidth??0},mediaEvents:[`resize`]},mediaHeight:{get(e){let{media:t}=e;return t?.videoHeight??0},mediaEvents:[`resize`]},mediaPaused:{get(e){let{media:t}=e;return t?.paused??!0},set(e,t){var n;let{media:r}=t;r&&(e?r.pause():(n=r.play())==null||n.catch(()=>{}))},mediaEvents:[`play`,`playing`,`pause`,`emptied`]},mediaHasPlayed:{get(e,t){let{media:n}=e;return n?t?t.type===`playing`:!n.paused:!1},mediaEvents:[`playing`,`emptied`]},mediaEnded:{get(e){let{media:t}=e;return t?.ended??!1},mediaEvents:[`seeked`,`ended`,`emptied`]},mediaPlaybackRate:{get(e){let{media:t}=e;return t?.playbackRate??1},set(e,t){let{media:n}=t;n&&Number.isFinite(+e)&&(n.playbackRate=+e)},mediaEvents:[`ratechange`,`loadstart`]},mediaMuted:{get(e){let{media:t}=e;return t?.muted??!1},set(e,t){let{media:n,options:{noMutedPref:r}={}}=t;if(n){n.muted=e;try{let t=g.localStorage.getItem(`media-chrome-pref-muted`)!==null,i=n.hasAttribute(`muted`);if(r){t&&g.localStorage.removeItem(`media-chrome-pref-muted`);return}if(i&&!t)return;g.localStorage.setItem(`media-chrome-pref-muted`,e?`true`:`false`)}catch(e){console.debug(`Error setting muted pref`,e)}}},mediaEvents:[`volumechange`],stateOwnersUpdateHandlers:[(e,t)=>{let{options:{noMutedPref:n}}=t,{media:r}=t;if(!(!r||r.muted||n))try{let n=g.localStorage.getItem(`media-chrome-pref-muted`)===`true`;zr.mediaMuted.set(n,t),e(n)}catch(e){console.debug(`Error getting muted pref`,e)}}]},mediaLoop:{get(e){let{media:t}=e;return t?.loop},set(e,t){let{media:n}=t;n&&(n.loop=e)},mediaEvents:[`medialooprequest`]},mediaVolume:{get(e){let{media:t}=e;return t?.volume??1},set(e,t){let{media:n,options:{noVolumePref:r}={}}=t;if(n){try{e==null?g.localStorage.removeItem(`media-chrome-pref-volume`):!n.hasAttribute(`muted`)&&!r&&g.localStorage.setItem(`media-chrome-pref-volume`,e.toString())}catch(e){console.debug(`Error setting volume pref`,e)}Number.isFinite(+e)&&(n.volume=+e)}},mediaEvents:[`volumechange`],stateOwnersUpdateHandlers:[(e,t)=>{let{options:{noVolumePref:n}}=t;if(!n)try{let{media:n}=t;if(!n)return;let r=g.localStorage.getItem(`media-chrome-pref-volume`);if(r==null)return;zr.mediaVolume.set(+r,t),e(+r)}catch(e){console.debug(`Error getting volume pref`,e)}}]},mediaVolumeLevel:{get(e){let{media:t}=e;return t?.volume===void 0?`high`:t.muted||t.volume===0?`off`:t.volume<.5?`low`:t.volume<.75?`medium`:`high`},mediaEvents:[`volumechange`]},mediaCurrentTime:{get(e){let{media:t}=e;return t?.currentTime??0},set(e,t){let{media:n}=t;n&&Yn(e)&&(n.currentTime=e)},mediaEvents:[`timeupdate`,`loadedmetadata`,`seeking`]},mediaDuration:{get(e){let{media:t,options:{defaultDuration:n}={}}=e;return n&&(!t||!t.duration||Number.isNaN(t.duration)||!Number.isFinite(t.duration))?n:Number.isFinite(t?.duration)?t.duration:NaN},mediaEvents:[`durationchange`,`loadedmetadata`,`emptied`]},mediaLoading:{get(e){let{media:t}=e;return t?.readyState<3},mediaEvents:[`waiting`,`playing`,`emptied`]},mediaSeekable:{get(e){let{media:t}=e;if(!t?.seekable?.length)return;let n=t.seekable.start(0),r=t.seekable.end(t.seekable.length-1);if(n||r)return[Number(n.toFixed(3)),Number(r.toFixed(3))]},mediaEvents:[`loadedmetadata`,`emptied`,`progress`,`seekablechange`]},mediaBuffered:{get(e){let{media:t}=e,n=t?.buffered??[];return Array.from(n).map((e,t)=>[Number(n.start(t).toFixed(3)),Number(n.end(t).toFixed(3))])},mediaEvents:[`progress`,`emptied`]},mediaStreamType:{get(e){let{media:t,options:{defaultStreamType:n}={}}=e,r=[Ve.LIVE,Ve.ON_DEMAND].includes(n)?n:void 0;if(!t)return r;let{streamType:i}=t;if(Nr.includes(i))return i===Ve.UNKNOWN?r:i;let a=t.duration;return a===1/0?Ve.LIVE:Number.isFinite(a)?Ve.ON_DEMAND:r},mediaEvents:[`emptied`,`durationchange`,`loadedmetadata`,`streamtypechange`]},mediaTargetLiveWindow:{get(e){let{media:t}=e;if(!t)return NaN;let{targetLiveWindow:n}=t,r=zr.mediaStreamType.get(e);return(n==null||Number.isNaN(n))&&r===Ve.LIVE?0:n},mediaEvents:[`emptied`,`durationchange`,`loadedmetadata`,`streamtypechange`,`targetlivewindowchange`]},mediaTimeIsLive:{get(e){let{media:t,options:{liveEdgeOffset:n=10}={}}=e;if(!t)return!1;if(typeof t.liveEdgeStart==`number`)return!Number.isNaN(t.liveEdgeStart)&&t.currentTime>=t.liveEdgeStart;if(zr.mediaStreamType.get(e)!==Ve.LIVE)return!1;let r=t.seekable;if(!r)return!0;if(!r.length)return!1;let i=r.end(r.length-1)-n;return t.currentTime>=i},mediaEvents:[`playing`,`timeupdate`,`progress`,`waiting`,`emptied`]},mediaSubtitlesList:{get(e){return Or(e).map(({kind:e,label:t,language:n})=>({kind:e,label:t,language:n}))},mediaEvents:[`loadstart`],textTracksEvents:[`addtrack`,`removetrack`]},mediaSubtitlesShowing:{get(e){return kr(e).map(({kind:e,label:t,language:n})=>({kind:e,label:t,language:n}))},mediaEvents:[`loadstart`],textTracksEvents:[`addtrack`,`removetrack`,`change`],stateOwnersUpdateHandlers:[(e,t)=>{var n,r;let{media:i,options:a}=t;if(!i)return;let o=e=>{a.defaultSubtitles&&(!e||[Re.CAPTIONS,Re.SUBTITLES].includes(e?.track?.kind))&&Ar(t,!0)};return i.addEventListener(`loadstart`,o),(n=i.textTracks)==null||n.addEventListener(`addtrack`,o),(r=i.textTracks)==null||r.addEventListener(`removetrack`,o),()=>{var e,t;i.removeEventListener(`loadstart`,o),(e=i.textTracks)==null||e.removeEventListener(`addtrack`,o),(t=i.textTracks)==null||t.removeEventListener(`removetrack`,o)}}]},mediaChaptersCues:{get(e){let{media:t}=e;if(!t)return[];let[n]=or(t,{kind:Re.CHAPTERS});return Array.from(n?.cues??[]).map(({text:e,startTime:t,endTime:n})=>({text:Rr(e),startTime:t,endTime:n}))},mediaEvents:[`loadstart`,`loadedmetadata`],textTracksEvents:[`addtrack`,`removetrack`,`change`],stateOwnersUpdateHandlers:[(e,t)=>{let{media:n}=t;if(!n)return;let r=n.querySelector(`track[kind="chapters"][default][src]`),i=n.shadowRoot?.querySelector(`:is(video,audio) > track[kind="chapters"][default][src]`);return r?.addEventListener(`load`,e),i?.addEventListener(`load`,e),()=>{r?.removeEventListener(`load`,e),i?.removeEventListener(`load`,e)}}]},mediaIsPip:{get(e){let{media:t,documentElement:n}=e;if(!t||!n||!n.pictureInPictureElement)return!1;if(n.pictureInPictureElement===t)return!0;if(n.pictureInPictureElement instanceof HTMLMediaElement)return t.localName?.includes(`-`)?Xe(t,n.pictureInPictureElement):!1;if(n.pictureInPictureElement.localName.includes(`-`)){let e=n.pictureInPictureElement.shadowRoot;for(;e?.pictureInPictureElement;){if(e.pictureInPictureElement===t)return!0;e=e.pictureInPictureElement?.shadowRoot}}return!1},set(e,t){let{media:n}=t;if(n){if(e){if(!_.pictureInPictureEnabled){console.warn(`MediaChrome: Picture-in-picture is not enabled`);return}if(!n.requestPictureInPicture){console.warn(`MediaChrome: The current media does not support picture-in-picture`);return}let e=()=>{console.warn(`MediaChrome: The media is not ready for picture-in-picture. It must have a readyState > 0.`)};n.requestPictureInPicture().catch(t=>{if(t.code===11){if(!n.src){console.warn(`MediaChrome: The media is not ready for picture-in-picture. It must have a src set.`);return}if(n.readyState===0&&n.preload===`none`){let t=()=>{n.removeEventListener(`loadedmetadata`,r),n.preload=`none`},r=()=>{n.requestPictureInPicture().catch(e),t()};n.addEventListener(`loadedmetadata`,r),n.preload=`metadata`,setTimeout(()=>{n.readyState===0&&e(),t()},1e3)}else throw t}else throw t})}else _.pictureInPictureElement&&_.exitPictureInPicture()}},mediaEvents:[`enterpictureinpicture`,`leavepictureinpicture`]},mediaRenditionList:{get(e){let{media:t}=e;return[...t?.videoRenditions??[]].map(e=>({...e}))},mediaEvents:[`emptied`,`loadstart`],videoRenditionsEvents:[`addrendition`,`removerendition`]},mediaRenditionSelected:{get(e){let{media:t}=e;return t?.videoRenditions?.[t.videoRenditions?.selectedIndex]?.id},set(e,t){let{media:n}=t;if(!n?.videoRenditions){console.warn(`MediaController: Rendition selection not supported by this media.`);return}let r=e,i=Array.prototype.findIndex.call(n.videoRenditions,e=>e.id==r);n.videoRenditions.selectedIndex!=i&&(n.videoRenditions.selectedIndex=i)},mediaEvents:[`emptied`],videoRenditionsEvents:[`addrendition`,`removerendition`,`change`]},mediaAudioTrackList:{get(e){let{media:t}=e;return[...t?.audioTracks??[]]},mediaEvents:[`emptied`,`loadstart`],audioTracksEvents:[`addtrack`,`removetrack`]},mediaAudioTrackEnabled:{get(e){let{media:t}=e;return[...t?.audioTracks??[]].find(e=>e.enabled)?.id},set(e,t){let{media:n}=t;if(!n?.audioTracks){console.warn(`MediaChrome: Audio track selection not supported by this media.`);return}let r=e;for(let e of n.audioTracks)e.enabled=r==e.id},mediaEvents:[`emptied`],audioTracksEvents:[`addtrack`,`removetrack`,`change`]},mediaIsFullscreen:{get(e){return pr(e)},set(e,t,n){var r;e?(cr(t),n.detail&&!t.media?.inert&&((r=t.media)==null||r.focus())):ur(t)},rootEvents:[`fullscreenchange`,`webkitfullscreenchange`],mediaEvents:[`webkitbeginfullscreen`,`webkitendfullscreen`,`webkitpresentationmodechanged`]},mediaIsCasting:{get(e){let{media:t}=e;return!t?.remote||t.remote?.state===`disconnected`?!1:t.remote.state===`connected`},set(e,t){let{media:n}=t;n&&(e&&n.remote?.state!==`disconnected`||(e||n.remote?.state===`connected`)&&(typeof n.remote.prompt==`function`?n.remote.prompt().catch(()=>{}):console.warn(`MediaChrome: Casting is not supported in this environment`)))},remoteEvents:[`connect`,`connecting`,`disconnect`]},mediaIsAirplaying:{get(){return!1},set(e,t){let{media:n}=t;n&&(n.webkitShowPlaybackTargetPicker&&g.WebKitPlaybackTargetAvailabilityEvent?n.webkitShowPlaybackTargetPicker():console.error(`MediaChrome: received a request to select AirPlay but AirPlay is not supported in this environment`))},mediaEvents:[`webkitcurrentplaybacktargetiswirelesschanged`]},mediaFullscreenUnavailable:{get(e){let{media:t}=e;if(!wr||!Cr(t))return x.UNSUPPORTED}},mediaPipUnavailable:{get(e){let{media:t}=e;if(!Tr||!Sr(t))return x.UNSUPPORTED;if(t?.disablePictureInPicture)return x.UNAVAILABLE}},mediaVolumeUnavailable:{get(e){let{media:t}=e;if(Pr===!1||t?.volume==null)return x.UNSUPPORTED},stateOwnersUpdateHandlers:[e=>{Pr??Fr.then(t=>e(t?void 0:x.UNSUPPORTED))}]},mediaCastUnavailable:{get(e,{availability:t=`not-available`}={}){let{media:n}=e;if(!Dr||!n?.remote?.state)return x.UNSUPPORTED;if(t!=null&&t!==`available`)return x.UNAVAILABLE},stateOwnersUpdateHandlers:[(e,t)=>{var n;let{media:r}=t;if(r)return r.disableRemotePlayback||r.hasAttribute(`disableremoteplayback`)||(n=r?.remote)==null||n.watchAvailability(t=>{e({availability:t?`available`:`not-available`})}).catch(t=>{t.name===`NotSupportedError`?e({availability:null}):e({availability:`not-available`})}),()=>{var e;(e=r?.remote)==null||e.cancelWatchAvailability().catch(()=>{})}}]},mediaAirplayUnavailable:{get(e,t){if(!Er)return x.UNSUPPORTED;if(t?.availability===`not-available`)return x.UNAVAILABLE},mediaEvents:[`webkitplaybacktargetavailabilitychanged`],stateOwnersUpdateHandlers:[(e,t)=>{var n;let{media:r}=t;if(r)return r.disableRemotePlayback||r.hasAttribute(`disableremoteplayback`)||(n=r?.remote)==null||n.watchAvailability(t=>{e({availability:t?`available`:`not-available`})}).catch(t=>{t.name===`NotSupportedError`?e({availability:null}):e({availability:`not-available`})}),()=>{var e;(e=r?.remote)==null||e.cancelWatchAvailability().catch(()=>{})}}]},mediaRenditionUnavailable:{get(e){let{media:t}=e;if(!t?.videoRenditions)return x.UNSUPPORTED;if(!t.videoRenditions?.length)return x.UNAVAILABLE},mediaEvents:[`emptied`,`loadstart`],videoRenditionsEvents:[`addrendition`,`removerendition`]},mediaAudioTrackUnavailable:{get(e){let{media:t}=e;if(!t?.audioTracks)return x.UNSUPPORTED;if((t.audioTracks?.length??0)<=1)return x.UNAVAILABLE},mediaEvents:[`emptied`,`loadstart`],audioTracksEvents:[`addtrack`,`removetrack`]},mediaLang:{get(e){let{options:{mediaLang:t}={}}=e;return t??`en`}}},Br={[v.MEDIA_PREVIEW_REQUEST](e,t,{detail:n}){let{media:r}=t,i=n??void 0,a,o;if(r&&i!=null){let[e]=or(r,{kind:Re.METADATA,label:`thumbnails`}),t=Array.prototype.find.call(e?.cues??[],(e,t,n)=>t===0?e.endTime>i:t===n.length-1?e.startTime<=i:e.startTime<=i&&e.endTime>i);if(t){let e=/'^(?:[a-z]+:)?\/\//i.test(t.text)?void 0:r?.querySelector(`track[label="thumbnails"]`)?.src,n=new URL(t.text,e);o=new URLSearchParams(n.hash).get(`#xywh`).split(`,`).map(e=>+e),a=n.href}}let s=e.mediaDuration.get(t),c=e.mediaChaptersCues.get(t).find((e,t,n)=>t===n.length-1&&s===e.endTime?e.startTime<=i&&e.endTime>=i:e.startTime<=i&&e.endTime>i)?.text;return n!=null&&c==null&&(c=``),{mediaPreviewTime:i,mediaPreviewImage:a,mediaPreviewCoords:o,mediaPreviewChapter:c}},[v.MEDIA_PAUSE_REQUEST](e,t){e.mediaPaused.set(!0,t)},[v.MEDIA_PLAY_REQUEST](e,t){let n=e.mediaStreamType.get(t)===Ve.LIVE,r=!t.options?.noAutoSeekToLive,i=e.mediaTargetLiveWindow.get(t)>0;if(n&&r&&!i){let n=e.mediaSeekable.get(t)?.[1];if(n){let r=n-(t.options?.seekToLiveOffset??0);e.mediaCurrentTime.set(r,t)}}e.mediaPaused.set(!1,t)},[v.MEDIA_PLAYBACK_RATE_REQUEST](e,t,{detail:n}){let r=n;e.mediaPlaybackRate.set(r,t)},[v.MEDIA_MUTE_REQUEST](e,t){e.mediaMuted.set(!0,t)},[v.MEDIA_UNMUTE_REQUEST](e,t){e.mediaVolume.get(t)||e.mediaVolume.set(.25,t),e.mediaMuted.set(!1,t)},[v.MEDIA_LOOP_REQUEST](e,t,{detail:n}){let r=!!n;return e.mediaLoop.set(r,t),{mediaLoop:r}},[v.MEDIA_VOLUME_REQUEST](e,t,{detail:n}){let r=n;r&&e.mediaMuted.get(t)&&e.mediaMuted.set(!1,t),e.mediaVolume.set(r,t)},[v.MEDIA_SEEK_REQUEST](e,t,{detail:n}){let r=n;e.mediaCurrentTime.set(r,t)},[v.MEDIA_SEEK_TO_LIVE_REQUEST](e,t){let n=e.mediaSeekable.get(t)?.[1];if(Number.isNaN(Number(n)))return;let r=n-(t.options?.seekToLiveOffset??0);e.mediaCurrentTime.set(r,t)},[v.MEDIA_SHOW_SUBTITLES_REQUEST](e,t,{detail:n}){let{options:r}=t,i=Or(t),a=er(n),o=a[0]?.language;o&&!r.noSubtitlesLangPref&&g.localStorage.setItem(`media-chrome-pref-subtitles-lang`,o),ar(ze.SHOWING,i,a)},[v.MEDIA_DISABLE_SUBTITLES_REQUEST](e,t,{detail:n}){let r=Or(t),i=n??[];ar(ze.DISABLED,r,i)},[v.MEDIA_TOGGLE_SUBTITLES_REQUEST](e,t,{detail:n}){Ar(t,n)},[v.MEDIA_RENDITION_REQUEST](e,t,{detail:n}){let r=n;e.mediaRenditionSelected.set(r,t)},[v.MEDIA_AUDIO_TRACK_REQUEST](e,t,{detail:n}){let r=n;e.mediaAudioTrackEnabled.set(r,t)},[v.MEDIA_ENTER_PIP_REQUEST](e,t){e.mediaIsFullscreen.get(t)&&e.mediaIsFullscreen.set(!1,t),e.mediaIsPip.set(!0,t)},[v.MEDIA_EXIT_PIP_REQUEST](e,t){e.mediaIsPip.set(!1,t)},[v.MEDIA_ENTER_FULLSCREEN_REQUEST](e,t,n){e.mediaIsPip.get(t)&&e.mediaIsPip.set(!1,t),e.mediaIsFullscreen.set(!0,t,n)},[v.MEDIA_EXIT_FULLSCREEN_REQUEST](e,t){e.mediaIsFullscreen.set(!1,t)},[v.MEDIA_ENTER_CAST_REQUEST](e,t){e.mediaIsFullscreen.get(t)&&e.mediaIsFullscreen.set(!1,t),e.mediaIsCasting.set(!0,t)},[v.MEDIA_EXIT_CAST_REQUEST](e,t){e.mediaIsCasting.set(!1,t)},[v.MEDIA_AIRPLAY_REQUEST](e,t){e.mediaIsAirplaying.set(!0,t)}},Vr=({media:e,fullscreenElement:t,documentElement:n,stateMediator:r=zr,requestMap:i=Br,options:a={},monitorStateOwnersOnlyWithSubscriptions:o=!0})=>{let s=[],c={options:{...a}},l=Object.freeze({mediaPreviewTime:void 0,mediaPreviewImage:void 0,mediaPreviewCoords:void 0,mediaPreviewChapter:void 0}),u=e=>{e!=null&&(jr(e,l)||(l=Object.freeze({...l,...e}),s.forEach(e=>e(l))))},d=()=>{let e=Object.entries(r).reduce((e,[t,{get:n}])=>(e[t]=n(c),e),{});u(e)},f={},p,m=async(e,t)=>{let n=!!p;if(p={...c,...p??{},...e},n)return;await Ir(...Object.values(e));let i=s.length>0&&t===0&&o,a=c.media!==p.media,l=c.media?.textTracks!==p.media?.textTracks,m=c.media?.videoRenditions!==p.media?.videoRenditions,ee=c.media?.audioTracks!==p.media?.audioTracks,te=c.media?.remote!==p.media?.remote,h=c.documentElement!==p.documentElement,ne=!!c.media&&(a||i),re=!!c.media?.textTracks&&(l||i),ie=!!c.media?.videoRenditions&&(m||i),ae=!!c.media?.audioTracks&&(ee||i),oe=!!c.media?.remote&&(te||i),se=!!c.documentElement&&(h||i),ce=ne||re||ie||ae||oe||se,le=s.length===0&&t===1&&o,ue=!!p.media&&(a||le),de=!!p.media?.textTracks&&(l||le),fe=!!p.media?.videoRenditions&&(m||le),pe=!!p.media?.audioTracks&&(ee||le),me=!!p.media?.remote&&(te||le),he=!!p.documentElement&&(h||le),ge=ue||de||fe||pe||me||he;ce||ge?(Object.entries(r).forEach(([e,{get:t,mediaEvents:n=[],textTracksEvents:r=[],videoRenditionsEvents:i=[],audioTracksEvents:a=[],remoteEvents:o=[],rootEvents:s=[],stateOwnersUpdateHandlers:l=[]}])=>{f[e]||(f[e]={});let d=n=>{let r=t(c,n);u({[e]:r})},m;m=f[e].mediaEvents,n.forEach(t=>{m&&ne&&(c.media.removeEventListener(t,m),f[e].mediaEvents=void 0),ue&&(p.media.addEventListener(t,d),f[e].mediaEvents=d)}),m=f[e].textTracksEvents,r.forEach(t=>{var n,r;m&&re&&((n=c.media.textTracks)==null||n.removeEventListener(t,m),f[e].textTracksEvents=void 0),de&&((r=p.media.textTracks)==null||r.addEventListener(t,d),f[e].textTracksEvents=d)}),m=f[e].videoRenditionsEvents,i.forEach(t=>{var n,r;m&&ie&&((n=c.media.videoRenditions)==null||n.removeEventListener(t,m),f[e].videoRenditionsEvents=void 0),fe&&((r=p.media.videoRenditions)==null||r.addEventListener(t,d),f[e].videoRenditionsEvents=d)}),m=f[e].audioTracksEvents,a.forEach(t=>{var n,r;m&&ae&&((n=c.media.audioTracks)==null||n.removeEventListener(t,m),f[e].audioTracksEvents=void 0),pe&&((r=p.media.audioTracks)==null||r.addEventListener(t,d),f[e].audioTracksEvents=d)}),m=f[e].remoteEvents,o.forEach(t=>{var n,r;m&&oe&&((n=c.media.remote)==null||n.removeEventListener(t,m),f[e].remoteEvents=void 0),me&&((r=p.media.remote)==null||r.addEventListener(t,d),f[e].remoteEvents=d)}),m=f[e].rootEvents,s.forEach(t=>{m&&se&&(c.documentElement.removeEventListener(t,m),f[e].rootEvents=void 0),he&&(p.documentElement.addEventListener(t,d),f[e].rootEvents=d)});let ee=f[e].stateOwnersUpdateHandlers;if(ee&&ce&&(Array.isArray(ee)?ee:[ee]).forEach(e=>{typeof e==`function`&&e()}),ge){let t=l.map(e=>e(d,p)).filter(e=>typeof e==`function`);f[e].stateOwnersUpdateHandlers=t.length===1?t[0]:t}else ce&&(f[e].stateOwnersUpdateHandlers=void 0)}),Object.entries(p).forEach(([e,t])=>{c[e]=t}),d(),p=void 0):(Object.entries(p).forEach(([e,t])=>{c[e]=t}),d(),p=void 0)};return m({media:e,fullscreenElement:t,documentElement:n,options:a}),{dispatch(e){let{type:t,detail:n}=e;i[t]&&l.mediaErrorCode==null?u(i[t](r,c,e)):t===`mediaelementchangerequest`?m({media:n}):t===`fullscreenelementchangerequest`?m({fullscreenElement:n}):t===`documentelementchangerequest`?m({documentElement:n}):t===`optionschangerequest`&&(Object.entries(n??{}).forEach(([e,t])=>{c.options[e]=t}),d())},getState(){return l},subscribe(e){return m({},s.length+1),s.push(e),e(l),()=>{let t=s.indexOf(e);t>=0&&(m({},s.length-1),s.splice(t,1))}}}},Hr=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},I=(e,t,n)=>(Hr(e,t,`read from private field`),n?n.call(e):t.get(e)),L=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Ur=(e,t,n,r)=>(Hr(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Wr=(e,t,n)=>(Hr(e,t,`access private method`),n),Gr,Kr,R,z,qr,Jr,Yr,Xr,Zr,Qr,$r,ei,ti,ni,ri,ii,ai,oi=[`ArrowLeft`,`ArrowRight`,`ArrowUp`,`ArrowDown`,`Enter`,` `,`f`,`m`,`k`,`c`,`l`,`j`,`>`,`<`,`p`],si=10,ci=.025,li=.25,ui=.25,di=2,B={DEFAULT_SUBTITLES:`defaultsubtitles`,DEFAULT_STREAM_TYPE:`defaultstreamtype`,DEFAULT_DURATION:`defaultduration`,FULLSCREEN_ELEMENT:`fullscreenelement`,HOTKEYS:`hotkeys`,KEYBOARD_BACKWARD_SEEK_OFFSET:`keyboardbackwardseekoffset`,KEYBOARD_FORWARD_SEEK_OFFSET:`keyboardforwardseekoffset`,KEYBOARD_DOWN_VOLUME_STEP:`keyboarddownvolumestep`,KEYBOARD_UP_VOLUME_STEP:`keyboardupvolumestep`,KEYS_USED:`keysused`,LANG:`lang`,LOOP:`loop`,LIVE_EDGE_OFFSET:`liveedgeoffset`,NO_AUTO_SEEK_TO_LIVE:`noautoseektolive`,NO_DEFAULT_STORE:`nodefaultstore`,NO_HOTKEYS:`nohotkeys`,NO_MUTED_PREF:`nomutedpref`,NO_SUBTITLES_LANG_PREF:`nosubtitleslangpref`,NO_VOLUME_PREF:`novolumepref`,SEEK_TO_LIVE_OFFSET:`seektoliveoffset`},fi=class extends qt{constructor(){super(),L(this,Zr),L(this,ei),L(this,ni),L(this,ii),this.mediaStateReceivers=[],this.associatedElementSubscriptions=new Map,L(this,Gr,new Bn(this,B.HOTKEYS)),L(this,Kr,void 0),L(this,R,void 0),L(this,z,null),L(this,qr,void 0),L(this,Jr,void 0),L(this,Yr,e=>{var t;(t=I(this,R))==null||t.dispatch(e)}),L(this,Xr,void 0),L(this,$r,e=>{let{key:t,shiftKey:n}=e;n&&(t===`/`||t===`?`)||oi.includes(t)?this.keyboardShortcutHandler(e):this.removeEventListener(`keyup`,I(this,$r))}),this.associateElement(this);let e={};Ur(this,qr,t=>{Object.entries(t).forEach(([t,n])=>{if(t in e&&e[t]===n)return;this.propagateMediaState(t,n);let r=t.toLowerCase(),i=new g.CustomEvent(Le[r],{composed:!0,detail:n});this.dispatchEvent(i)}),e=t})}static get observedAttributes(){return super.observedAttributes.concat(B.NO_HOTKEYS,B.HOTKEYS,B.DEFAULT_STREAM_TYPE,B.DEFAULT_SUBTITLES,B.DEFAULT_DURATION,B.NO_MUTED_PREF,B.NO_VOLUME_PREF,B.LANG,B.LOOP,B.LIVE_EDGE_OFFSET,B.SEEK_TO_LIVE_OFFSET,B.NO_AUTO_SEEK_TO_LIVE)}get mediaStore(){return I(this,R)}set mediaStore(e){var t;I(this,R)&&((t=I(this,Jr))==null||t.call(this),Ur(this,Jr,void 0)),Ur(this,R,e),!I(this,R)&&!this.hasAttribute(B.NO_DEFAULT_STORE)?Wr(this,Zr,Qr).call(this):Ur(this,Jr,I(this,R)?.subscribe(I(this,qr)))}get fullscreenElement(){return I(this,Kr)??this}set fullscreenElement(e){var t;this.hasAttribute(B.FULLSCREEN_ELEMENT)&&this.removeAttribute(B.FULLSCREEN_ELEMENT),Ur(this,Kr,e),(t=I(this,R))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement})}get defaultSubtitles(){return E(this,B.DEFAULT_SUBTITLES)}set defaultSubtitles(e){D(this,B.DEFAULT_SUBTITLES,e)}get defaultStreamType(){return O(this,B.DEFAULT_STREAM_TYPE)}set defaultStreamType(e){k(this,B.DEFAULT_STREAM_TYPE,e)}get defaultDuration(){return w(this,B.DEFAULT_DURATION)}set defaultDuration(e){T(this,B.DEFAULT_DURATION,e)}get noHotkeys(){return E(this,B.NO_HOTKEYS)}set noHotkeys(e){D(this,B.NO_HOTKEYS,e)}get keysUsed(){return O(this,B.KEYS_USED)}set keysUsed(e){k(this,B.KEYS_USED,e)}get liveEdgeOffset(){return w(this,B.LIVE_EDGE_OFFSET)}set liveEdgeOffset(e){T(this,B.LIVE_EDGE_OFFSET,e)}get noAutoSeekToLive(){return E(this,B.NO_AUTO_SEEK_TO_LIVE)}set noAutoSeekToLive(e){D(this,B.NO_AUTO_SEEK_TO_LIVE,e)}get noVolumePref(){return E(this,B.NO_VOLUME_PREF)}set noVolumePref(e){D(this,B.NO_VOLUME_PREF,e)}get noMutedPref(){return E(this,B.NO_MUTED_PREF)}set noMutedPref(e){D(this,B.NO_MUTED_PREF,e)}get noSubtitlesLangPref(){return E(this,B.NO_SUBTITLES_LANG_PREF)}set noSubtitlesLangPref(e){D(this,B.NO_SUBTITLES_LANG_PREF,e)}get noDefaultStore(){return E(this,B.NO_DEFAULT_STORE)}set noDefaultStore(e){D(this,B.NO_DEFAULT_STORE,e)}get resolvedLang(){return gt()}attributeChangedCallback(e,t,n){var r,i,a,o,s,c,l,u,d,f;if(super.attributeChangedCallback(e,t,n),e===B.NO_HOTKEYS)n!==t&&n===``?(this.hasAttribute(B.HOTKEYS)&&console.warn("Media Chrome: Both `hotkeys` and `nohotkeys` have been set. All hotkeys will be disabled."),this.disableHotkeys()):n!==t&&n===null&&this.enableHotkeys(),Wr(this,ni,ri).call(this);else if(e===B.HOTKEYS)I(this,Gr).value=n,Wr(this,ni,ri).call(this);else if(e===B.DEFAULT_SUBTITLES&&n!==t)(r=I(this,R))==null||r.dispatch({type:`optionschangerequest`,detail:{defaultSubtitles:this.hasAttribute(B.DEFAULT_SUBTITLES)}});else if(e===B.DEFAULT_STREAM_TYPE)(i=I(this,R))==null||i.dispatch({type:`optionschangerequest`,detail:{defaultStreamType:this.getAttribute(B.DEFAULT_STREAM_TYPE)??void 0}});else if(e===B.LIVE_EDGE_OFFSET&&n!==t)(a=I(this,R))==null||a.dispatch({type:`optionschangerequest`,detail:{liveEdgeOffset:this.hasAttribute(B.LIVE_EDGE_OFFSET)?+this.getAttribute(B.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(B.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(B.SEEK_TO_LIVE_OFFSET):this.hasAttribute(B.LIVE_EDGE_OFFSET)?+this.getAttribute(B.LIVE_EDGE_OFFSET):void 0}});else if(e===B.SEEK_TO_LIVE_OFFSET&&n!==t)(o=I(this,R))==null||o.dispatch({type:`optionschangerequest`,detail:{seekToLiveOffset:this.hasAttribute(B.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(B.SEEK_TO_LIVE_OFFSET):this.hasAttribute(B.LIVE_EDGE_OFFSET)?+this.getAttribute(B.LIVE_EDGE_OFFSET):void 0}});else if(e===B.NO_AUTO_SEEK_TO_LIVE)(s=I(this,R))==null||s.dispatch({type:`optionschangerequest`,detail:{noAutoSeekToLive:this.hasAttribute(B.NO_AUTO_SEEK_TO_LIVE)}});else if(e===B.FULLSCREEN_ELEMENT){let e=n?this.getRootNode()?.getElementById(n):void 0;Ur(this,Kr,e),(c=I(this,R))==null||c.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement})}else e===B.LANG&&n!==t?(mt(n),(l=I(this,R))==null||l.dispatch({type:`optionschangerequest`,detail:{mediaLang:n}})):e===B.LOOP&&n!==t?(u=I(this,R))==null||u.dispatch({type:v.MEDIA_LOOP_REQUEST,detail:n!=null}):e===B.NO_VOLUME_PREF&&n!==t?(d=I(this,R))==null||d.dispatch({type:`optionschangerequest`,detail:{noVolumePref:this.hasAttribute(B.NO_VOLUME_PREF)}}):e===B.NO_MUTED_PREF&&n!==t&&((f=I(this,R))==null||f.dispatch({type:`optionschangerequest`,detail:{noMutedPref:this.hasAttribute(B.NO_MUTED_PREF)}}))}connectedCallback(){var e,t;this.associateElement(this),!I(this,R)&&!this.hasAttribute(B.NO_DEFAULT_STORE)&&Wr(this,Zr,Qr).call(this),(e=I(this,R))==null||e.dispatch({type:`documentelementchangerequest`,detail:_}),(t=I(this,R))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement}),super.connectedCallback(),I(this,R)&&!I(this,Jr)&&Ur(this,Jr,I(this,R)?.subscribe(I(this,qr))),I(this,Xr)!==void 0&&I(this,R)&&this.media&&setTimeout(()=>{var e;this.media?.textTracks?.length&&((e=I(this,R))==null||e.dispatch({type:v.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:I(this,Xr)}))},0),this.hasAttribute(B.NO_HOTKEYS)?this.disableHotkeys():this.enableHotkeys()}disconnectedCallback(){var e,t,n,r,i;if((e=super.disconnectedCallback)==null||e.call(this),this.disableHotkeys(),I(this,R)){let e=I(this,R).getState();Ur(this,Xr,!!e.mediaSubtitlesShowing?.length),(t=I(this,R))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:void 0}),(n=I(this,R))==null||n.dispatch({type:`documentelementchangerequest`,detail:void 0}),(r=I(this,R))==null||r.dispatch({type:v.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:!1})}I(this,Jr)&&((i=I(this,Jr))==null||i.call(this),Ur(this,Jr,void 0)),this.unassociateElement(this),I(this,z)&&(I(this,z).remove(),Ur(this,z,null))}mediaSetCallback(e){var t;super.mediaSetCallback(e),(t=I(this,R))==null||t.dispatch({type:`mediaelementchangerequest`,detail:e}),e.hasAttribute(`tabindex`)||(e.tabIndex=-1)}mediaUnsetCallback(e){var t;super.mediaUnsetCallback(e),(t=I(this,R))==null||t.dispatch({type:`mediaelementchangerequest`,detail:void 0})}propagateMediaState(e,t){Ci(this.mediaStateReceivers,e,t)}associateElement(e){if(!e)return;let{associatedElementSubscriptions:t}=this;if(t.has(e))return;let n=wi(e,this.registerMediaStateReceiver.bind(this),this.unregisterMediaStateReceiver.bind(this));Object.values(v).forEach(t=>{e.addEventListener(t,I(this,Yr))}),t.set(e,n)}unassociateElement(e){if(!e)return;let{associatedElementSubscriptions:t}=this;t.has(e)&&(t.get(e)(),t.delete(e),Object.values(v).forEach(t=>{e.removeEventListener(t,I(this,Yr))}))}registerMediaStateReceiver(e){if(!e)return;let t=this.mediaStateReceivers;t.indexOf(e)>-1||(t.push(e),I(this,R)&&Object.entries(I(this,R).getState()).forEach(([t,n])=>{Ci([e],t,n)}))}unregisterMediaStateReceiver(e){let t=this.mediaStateReceivers,n=t.indexOf(e);n<0||t.splice(n,1)}enableHotkeys(){this.addEventListener(`keydown`,Wr(this,ei,ti))}disableHotkeys(){this.removeEventListener(`keydown`,Wr(this,ei,ti)),this.removeEventListener(`keyup`,I(this,$r))}get hotkeys(){return I(this,Gr)}set hotkeys(e){k(this,B.HOTKEYS,e)}keyboardShortcutHandler(e){let t=e.target;if((t.getAttribute(B.KEYS_USED)?.split(` `)??t?.keysUsed??[]).map(e=>e===`Space`?` `:e).filter(Boolean).includes(e.key))return;let n,r,i;if(!I(this,Gr).contains(En(e.key))&&(!e.shiftKey||e.key!==`/`&&e.key!==`?`||!I(this,Gr).contains(`noshift+/`)))switch(e.key){case` `:case`k`:n=I(this,R).getState().mediaPaused?v.MEDIA_PLAY_REQUEST:v.MEDIA_PAUSE_REQUEST,this.dispatchEvent(new g.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`m`:n=this.mediaStore.getState().mediaVolumeLevel===`off`?v.MEDIA_UNMUTE_REQUEST:v.MEDIA_MUTE_REQUEST,this.dispatchEvent(new g.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`f`:n=this.mediaStore.getState().mediaIsFullscreen?v.MEDIA_EXIT_FULLSCREEN_REQUEST:v.MEDIA_ENTER_FULLSCREEN_REQUEST,this.dispatchEvent(new g.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`c`:this.dispatchEvent(new g.CustomEvent(v.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}));break;case`ArrowLeft`:case`j`:{let e=this.hasAttribute(B.KEYBOARD_BACKWARD_SEEK_OFFSET)?+this.getAttribute(B.KEYBOARD_BACKWARD_SEEK_OFFSET):si;r=Math.max((this.mediaStore.getState().mediaCurrentTime??0)-e,0),i=new g.CustomEvent(v.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowRight`:case`l`:{let e=this.hasAttribute(B.KEYBOARD_FORWARD_SEEK_OFFSET)?+this.getAttribute(B.KEYBOARD_FORWARD_SEEK_OFFSET):si;r=Math.max((this.mediaStore.getState().mediaCurrentTime??0)+e,0),i=new g.CustomEvent(v.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowUp`:{let e=this.hasAttribute(B.KEYBOARD_UP_VOLUME_STEP)?+this.getAttribute(B.KEYBOARD_UP_VOLUME_STEP):ci;r=Math.min((this.mediaStore.getState().mediaVolume??1)+e,1),i=new g.CustomEvent(v.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowDown`:{let e=this.hasAttribute(B.KEYBOARD_DOWN_VOLUME_STEP)?+this.getAttribute(B.KEYBOARD_DOWN_VOLUME_STEP):ci;r=Math.max((this.mediaStore.getState().mediaVolume??1)-e,0),i=new g.CustomEvent(v.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`<`:{let e=this.mediaStore.getState().mediaPlaybackRate??1;r=Math.max(e-li,ui).toFixed(2),i=new g.CustomEvent(v.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`>`:{let e=this.mediaStore.getState().mediaPlaybackRate??1;r=Math.min(e+li,di).toFixed(2),i=new g.CustomEvent(v.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`/`:case`?`:e.shiftKey&&Wr(this,ii,ai).call(this);break;case`p`:n=this.mediaStore.getState().mediaIsPip?v.MEDIA_EXIT_PIP_REQUEST:v.MEDIA_ENTER_PIP_REQUEST,i=new g.CustomEvent(n,{composed:!0,bubbles:!0}),this.dispatchEvent(i)}}};Gr=new WeakMap,Kr=new WeakMap,R=new WeakMap,z=new WeakMap,qr=new WeakMap,Jr=new WeakMap,Yr=new WeakMap,Xr=new WeakMap,Zr=new WeakSet,Qr=function(){this.mediaStore=Vr({media:this.media,fullscreenElement:this.fullscreenElement,options:{defaultSubtitles:this.hasAttribute(B.DEFAULT_SUBTITLES),defaultDuration:this.hasAttribute(B.DEFAULT_DURATION)?+this.getAttribute(B.DEFAULT_DURATION):void 0,defaultStreamType:this.getAttribute(B.DEFAULT_STREAM_TYPE)??void 0,liveEdgeOffset:this.hasAttribute(B.LIVE_EDGE_OFFSET)?+this.getAttribute(B.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(B.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(B.SEEK_TO_LIVE_OFFSET):this.hasAttribute(B.LIVE_EDGE_OFFSET)?+this.getAttribute(B.LIVE_EDGE_OFFSET):void 0,noAutoSeekToLive:this.hasAttribute(B.NO_AUTO_SEEK_TO_LIVE),noVolumePref:this.hasAttribute(B.NO_VOLUME_PREF),noMutedPref:this.hasAttribute(B.NO_MUTED_PREF),noSubtitlesLangPref:this.hasAttribute(B.NO_SUBTITLES_LANG_PREF)}})},$r=new WeakMap,ei=new WeakSet,ti=function(e){let{metaKey:t,altKey:n,key:r,shiftKey:i}=e,a=i&&(r===`/`||r===`?`);if(a&&I(this,z)?.open||t||n||!a&&!oi.includes(r)){this.removeEventListener(`keyup`,I(this,$r));return}let o=e.target,s=o instanceof HTMLElement&&(o.tagName.toLowerCase()===`media-volume-range`||o.tagName.toLowerCase()===`media-time-range`);[` `,`ArrowLeft`,`ArrowRight`,`ArrowUp`,`ArrowDown`].includes(r)&&!I(this,Gr).contains(En(r))&&!s&&e.preventDefault(),this.addEventListener(`keyup`,I(this,$r),{once:!0})},ni=new WeakSet,ri=function(){I(this,z)&&(I(this,z).hotkeys=I(this,Gr).value||void 0,(this.noHotkeys||I(this,Gr).contains(`noshift+/`))&&(I(this,z).open=!1))},ii=new WeakSet,ai=function(){I(this,z)||(Ur(this,z,_.createElement(`media-keyboard-shortcuts-dialog`)),Wr(this,ni,ri).call(this),this.appendChild(I(this,z))),I(this,z).open=!0};var pi=Object.values(b),mi=Object.values(Pe),hi=e=>{var t;let{observedAttributes:n}=e.constructor;!n&&e.nodeName?.includes(`-`)&&(g.customElements.upgrade(e),{observedAttributes:n}=e.constructor);let r=((t=(e?.getAttribute)?.call(e,y.MEDIA_CHROME_ATTRIBUTES))?.split)?.call(t,/\s+/);return Array.isArray(n||r)?(n||r).filter(e=>pi.includes(e)):[]},gi=e=>(e.nodeName?.includes(`-`)&&g.customElements.get(e.nodeName?.toLowerCase())&&!(e instanceof g.customElements.get(e.nodeName.toLowerCase()))&&g.customElements.upgrade(e),mi.some(t=>t in e)),_i=e=>gi(e)||!!hi(e).length,vi=e=>(e?.join)?.call(e,`:`),yi={[b.MEDIA_SUBTITLES_LIST]:nr,[b.MEDIA_SUBTITLES_SHOWING]:nr,[b.MEDIA_SEEKABLE]:vi,[b.MEDIA_BUFFERED]:e=>e?.map(vi).join(` `),[b.MEDIA_PREVIEW_COORDS]:e=>e?.join(` `),[b.MEDIA_RENDITION_LIST]:Vn,[b.MEDIA_AUDIO_TRACK_LIST]:Gn},bi=async(e,t,n)=>{if(e.isConnected||await Xn(0),typeof n==`boolean`||n==null)return D(e,t,n);if(typeof n==`number`)return T(e,t,n);if(typeof n==`string`)return k(e,t,n);if(Array.isArray(n)&&!n.length)return e.removeAttribute(t);let r=yi[t]?.call(yi,n)??n;return e.setAttribute(t,r)},xi=e=>!!e.closest?.call(e,`*[slot="media"]`),Si=(e,t)=>{if(xi(e))return;let n=(e,t)=>{_i(e)&&t(e);let{children:n=[]}=e??{},r=e?.shadowRoot?.children??[];[...n,...r].forEach(e=>Si(e,t))},r=e?.nodeName.toLowerCase();r.includes(`-`)&&!_i(e)?g.customElements.whenDefined(r).then(()=>{n(e,t)}):n(e,t)},Ci=(e,t,n)=>{e.forEach(e=>{if(t in e){e[t]=n;return}let r=hi(e),i=t.toLowerCase();r.includes(i)&&bi(e,i,n)})},wi=(e,t,n)=>{Si(e,t);let r=e=>{t(e?.composedPath()[0]??e.target)},i=e=>{n(e?.composedPath()[0]??e.target)};e.addEventListener(v.REGISTER_MEDIA_STATE_RECEIVER,r),e.addEventListener(v.UNREGISTER_MEDIA_STATE_RECEIVER,i);let a=e=>{e.forEach(e=>{let{addedNodes:r=[],removedNodes:i=[],type:a,target:o,attributeName:s}=e;a===`childList`?(Array.prototype.forEach.call(r,e=>Si(e,t)),Array.prototype.forEach.call(i,e=>Si(e,n))):a===`attributes`&&s===y.MEDIA_CHROME_ATTRIBUTES&&(_i(o)?t(o):n(o))})},o=[],s=e=>{let r=e.target;r.name!==`media`&&(o.forEach(e=>Si(e,n)),o=[...r.assignedElements({flatten:!0})],o.forEach(e=>Si(e,t)))};e.addEventListener(`slotchange`,s);let c=new MutationObserver(a);return c.observe(e,{childList:!0,attributes:!0,subtree:!0}),()=>{Si(e,n),e.removeEventListener(`slotchange`,s),c.disconnect(),e.removeEventListener(v.REGISTER_MEDIA_STATE_RECEIVER,r),e.removeEventListener(v.UNREGISTER_MEDIA_STATE_RECEIVER,i)}};g.customElements.get(`media-controller`)||g.customElements.define(`media-controller`,fi);var Ti=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ei=(e,t,n)=>(Ti(e,t,`read from private field`),n?n.call(e):t.get(e)),Di=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Oi=(e,t,n,r)=>(Ti(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),ki;function Ai(e){return`
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
  `}var ji=class extends g.HTMLElement{constructor(){if(super(),Di(this,ki,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[y.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===y.MEDIA_CONTROLLER&&(t&&((i=(r=Ei(this,ki))?.unassociateElement)==null||i.call(r,this),Oi(this,ki,null)),n&&this.isConnected&&(Oi(this,ki,this.getRootNode()?.getElementById(n)),(o=(a=Ei(this,ki))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let n=this.getAttribute(y.MEDIA_CONTROLLER);n&&(Oi(this,ki,this.getRootNode()?.getElementById(n)),(t=(e=Ei(this,ki))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=Ei(this,ki))?.unassociateElement)==null||t.call(e,this),Oi(this,ki,null)}};ki=new WeakMap,ji.shadowRootOptions={mode:`open`},ji.getTemplateHTML=Ai,g.customElements.get(`media-control-bar`)||g.customElements.define(`media-control-bar`,ji);var Mi={PLACEMENT:`placement`,BOUNDS:`bounds`};function Ni(e){return`
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
  `}var Pi=class extends g.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{if(!et(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;let e=this.placement;if(e===`left`||e===`right`){this.style.removeProperty(`--media-tooltip-offset-x`);return}let t=getComputedStyle(this),n=Ze(this,`#`+this.bounds)??Je(this);if(!n)return;let{x:r,width:i}=n.getBoundingClientRect(),{x:a,width:o}=this.getBoundingClientRect(),s=a+o,c=r+i,l=t.getPropertyValue(`--media-tooltip-offset-x`),u=l?parseFloat(l.replace(`px`,``)):0,d=t.getPropertyValue(`--media-tooltip-container-margin`),f=d?parseFloat(d.replace(`px`,``)):0,p=a-r+u-f,m=s-c+u+f;p<0?this.style.setProperty(`--media-tooltip-offset-x`,`${p}px`):m>0?this.style.setProperty(`--media-tooltip-offset-x`,`${m}px`):this.style.removeProperty(`--media-tooltip-offset-x`)},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}if(this.arrowEl=this.shadowRoot.querySelector(`#arrow`),Object.prototype.hasOwnProperty.call(this,`placement`)){let e=this.placement;delete this.placement,this.placement=e}}static get observedAttributes(){return[Mi.PLACEMENT,Mi.BOUNDS]}get placement(){return O(this,Mi.PLACEMENT)}set placement(e){k(this,Mi.PLACEMENT,e)}get bounds(){return O(this,Mi.BOUNDS)}set bounds(e){k(this,Mi.BOUNDS,e)}};Pi.shadowRootOptions={mode:`open`},Pi.getTemplateHTML=Ni,g.customElements.get(`media-tooltip`)||g.customElements.define(`media-tooltip`,Pi);var Fi=Pi,Ii=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},V=(e,t,n)=>(Ii(e,t,`read from private field`),n?n.call(e):t.get(e)),Li=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Ri=(e,t,n,r)=>(Ii(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),zi=(e,t,n)=>(Ii(e,t,`access private method`),n),Bi,Vi,Hi,Ui,Wi,Gi,Ki,qi,Ji,Yi={TOOLTIP_PLACEMENT:`tooltipplacement`,DISABLED:`disabled`,NO_TOOLTIP:`notooltip`};function Xi(e,t={}){return`
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
        <template shadowrootmode="${Fi.shadowRootOptions.mode}">
          ${Fi.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(e)}
        </slot>
      </media-tooltip>
    </slot>
  `}function Zi(e,t){return`
    <slot></slot>
  `}function Qi(){return``}var H=class extends g.HTMLElement{constructor(){if(super(),Li(this,Hi),Li(this,qi),Li(this,Bi,void 0),this.preventClick=!1,this.tooltipEl=null,Li(this,Vi,e=>{this.preventClick||this.handleClick(e),setTimeout(V(this,Wi),0)}),Li(this,Wi,()=>{var e,t;(t=(e=this.tooltipEl)?.updateXOffset)==null||t.call(e)}),Li(this,Gi,e=>{let{key:t}=e;this.keysUsed.includes(t)?this.preventClick||this.handleClick(e):this.removeEventListener(`keyup`,V(this,Gi))}),Li(this,Ki,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!this.keysUsed.includes(r)?this.removeEventListener(`keyup`,V(this,Gi)):this.addEventListener(`keyup`,V(this,Gi),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}this.tooltipEl=this.shadowRoot.querySelector(`media-tooltip`)}static get observedAttributes(){return[`disabled`,Yi.TOOLTIP_PLACEMENT,y.MEDIA_CONTROLLER,b.MEDIA_LANG]}enable(){this.addEventListener(`click`,V(this,Vi)),this.addEventListener(`keydown`,V(this,Ki)),this.tabIndex=0}disable(){this.removeEventListener(`click`,V(this,Vi)),this.removeEventListener(`keydown`,V(this,Ki)),this.removeEventListener(`keyup`,V(this,Gi)),this.tabIndex=-1}attributeChangedCallback(e,t,n){var r,i,a,o;e===y.MEDIA_CONTROLLER?(t&&((i=(r=V(this,Bi))?.unassociateElement)==null||i.call(r,this),Ri(this,Bi,null)),n&&this.isConnected&&(Ri(this,Bi,this.getRootNode()?.getElementById(n)),(o=(a=V(this,Bi))?.associateElement)==null||o.call(a,this))):e===`disabled`&&n!==t?n==null?this.enable():this.disable():e===Yi.TOOLTIP_PLACEMENT&&this.tooltipEl&&n!==t?this.tooltipEl.placement=n:e===b.MEDIA_LANG&&(this.shadowRoot.querySelector(`slot[name="tooltip-content"]`).innerHTML=this.constructor.getTooltipContentHTML()),zi(this,Hi,Ui).call(this)&&V(this,Wi).call(this)}connectedCallback(){var e,t;let{style:n}=C(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute(`disabled`)?this.disable():this.enable(),this.setAttribute(`role`,`button`);let r=this.getAttribute(y.MEDIA_CONTROLLER);r&&(Ri(this,Bi,this.getRootNode()?.getElementById(r)),(t=(e=V(this,Bi))?.associateElement)==null||t.call(e,this)),g.customElements.whenDefined(`media-tooltip`).then(()=>zi(this,qi,Ji).call(this))}disconnectedCallback(){var e,t;this.disable(),(t=(e=V(this,Bi))?.unassociateElement)==null||t.call(e,this),Ri(this,Bi,null),this.removeEventListener(`mouseenter`,V(this,Wi)),this.removeEventListener(`focus`,V(this,Wi)),this.removeEventListener(`click`,V(this,Vi))}get keysUsed(){return[`Enter`,` `]}get tooltipPlacement(){return O(this,Yi.TOOLTIP_PLACEMENT)}set tooltipPlacement(e){k(this,Yi.TOOLTIP_PLACEMENT,e)}get mediaController(){return O(this,y.MEDIA_CONTROLLER)}set mediaController(e){k(this,y.MEDIA_CONTROLLER,e)}get disabled(){return E(this,Yi.DISABLED)}set disabled(e){D(this,Yi.DISABLED,e)}get noTooltip(){return E(this,Yi.NO_TOOLTIP)}set noTooltip(e){D(this,Yi.NO_TOOLTIP,e)}handleClick(e){}};Bi=new WeakMap,Vi=new WeakMap,Hi=new WeakSet,Ui=function(){try{return this.matches(`:hover, :focus-visible`)}catch{return this.matches(`:hover, :focus`)}},Wi=new WeakMap,Gi=new WeakMap,Ki=new WeakMap,qi=new WeakSet,Ji=function(){this.addEventListener(`mouseenter`,V(this,Wi)),this.addEventListener(`focus`,V(this,Wi)),this.addEventListener(`click`,V(this,Vi));let e=this.tooltipPlacement;e&&this.tooltipEl&&(this.tooltipEl.placement=e)},H.shadowRootOptions={mode:`open`},H.getTemplateHTML=Xi,H.getSlotTemplateHTML=Zi,H.getTooltipContentHTML=Qi,g.customElements.get(`media-chrome-button`)||g.customElements.define(`media-chrome-button`,H);var $i=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,ea=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function ta(e){return`
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
      <slot name="play">${$i}</slot>
      <slot name="pause">${ea}</slot>
    </slot>
  `}function na(){return`
    <slot name="tooltip-play">${j(`Play`)}</slot>
    <slot name="tooltip-pause">${j(`Pause`)}</slot>
  `}var ra=e=>{let t=e.mediaPaused?j(`play`):j(`pause`);e.setAttribute(`aria-label`,t)},ia=class extends H{static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PAUSED,b.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),ra(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),(e===b.MEDIA_PAUSED||e===b.MEDIA_LANG)&&ra(this)}get mediaPaused(){return E(this,b.MEDIA_PAUSED)}set mediaPaused(e){D(this,b.MEDIA_PAUSED,e)}handleClick(){let e=this.mediaPaused?v.MEDIA_PLAY_REQUEST:v.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new g.CustomEvent(e,{composed:!0,bubbles:!0}))}};ia.getSlotTemplateHTML=ta,ia.getTooltipContentHTML=na,g.customElements.get(`media-play-button`)||g.customElements.define(`media-play-button`,ia);var aa=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,oa=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,sa=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function ca(e){return`
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
      <slot name="off">${aa}</slot>
      <slot name="low">${oa}</slot>
      <slot name="medium">${oa}</slot>
      <slot name="high">${sa}</slot>
    </slot>
  `}function la(){return`
    <slot name="tooltip-mute">${j(`Mute`)}</slot>
    <slot name="tooltip-unmute">${j(`Unmute`)}</slot>
  `}var ua=e=>{let t=e.mediaVolumeLevel===`off`?j(`unmute`):j(`mute`);e.setAttribute(`aria-label`,t)},da=class extends H{static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),ua(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_VOLUME_LEVEL&&ua(this)}get mediaVolumeLevel(){return O(this,b.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(e){k(this,b.MEDIA_VOLUME_LEVEL,e)}handleClick(){let e=this.mediaVolumeLevel===`off`?v.MEDIA_UNMUTE_REQUEST:v.MEDIA_MUTE_REQUEST;this.dispatchEvent(new g.CustomEvent(e,{composed:!0,bubbles:!0}))}};da.getSlotTemplateHTML=ca,da.getTooltipContentHTML=la,g.customElements.get(`media-mute-button`)||g.customElements.define(`media-mute-button`,da);var fa=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},U=(e,t,n)=>(fa(e,t,`read from private field`),n?n.call(e):t.get(e)),W=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},pa=(e,t,n,r)=>(fa(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),ma=(e,t,n)=>(fa(e,t,`access private method`),n),ha,ga,_a,va,ya,ba,xa,Sa,Ca,wa,Ta,Ea,Da,Oa,ka,Aa,ja,Ma,Na,Pa,Fa,Ia,La,Ra,za;function Ba(e){return`
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
  `}function Va(e){return``}var Ha=class extends g.HTMLElement{constructor(){if(super(),W(this,wa),W(this,Ea),W(this,Oa),W(this,Aa),W(this,Ma),W(this,Pa),W(this,Ia),W(this,Ra),W(this,ha,void 0),W(this,ga,void 0),W(this,_a,void 0),W(this,va,void 0),W(this,ya,{}),W(this,ba,[]),W(this,xa,()=>{if(this.range.matches(`:focus-visible`)){let{style:e}=C(this.shadowRoot,`:host`);e.setProperty(`--_focus-visible-box-shadow`,`var(--_focus-box-shadow)`)}}),W(this,Sa,()=>{let{style:e}=C(this.shadowRoot,`:host`);e.removeProperty(`--_focus-visible-box-shadow`)}),W(this,Ca,()=>{let e=this.shadowRoot.querySelector(`#segments-clipping`);e&&e.parentNode.append(e)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}this.container=this.shadowRoot.querySelector(`#container`),pa(this,_a,this.shadowRoot.querySelector(`#startpoint`)),pa(this,va,this.shadowRoot.querySelector(`#endpoint`)),this.range=this.shadowRoot.querySelector(`#range`),this.appearance=this.shadowRoot.querySelector(`#appearance`)}static get observedAttributes(){return[`disabled`,`aria-disabled`,y.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===y.MEDIA_CONTROLLER?(t&&((i=(r=U(this,ha))?.unassociateElement)==null||i.call(r,this),pa(this,ha,null)),n&&this.isConnected&&(pa(this,ha,this.getRootNode()?.getElementById(n)),(o=(a=U(this,ha))?.associateElement)==null||o.call(a,this))):(e===`disabled`||e===`aria-disabled`&&t!==n)&&(n==null?(this.range.removeAttribute(e),ma(this,Ea,Da).call(this)):(this.range.setAttribute(e,n),ma(this,Oa,ka).call(this)))}connectedCallback(){var e,t;let{style:n}=C(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),U(this,ya).pointer=C(this.shadowRoot,`#pointer`),U(this,ya).progress=C(this.shadowRoot,`#progress`),U(this,ya).thumb=C(this.shadowRoot,`#thumb, ::slotted([slot="thumb"])`),U(this,ya).activeSegment=C(this.shadowRoot,`#segments-clipping rect:nth-child(0)`);let r=this.getAttribute(y.MEDIA_CONTROLLER);r&&(pa(this,ha,this.getRootNode()?.getElementById(r)),(t=(e=U(this,ha))?.associateElement)==null||t.call(e,this)),this.updateBar(),this.shadowRoot.addEventListener(`focusin`,U(this,xa)),this.shadowRoot.addEventListener(`focusout`,U(this,Sa)),ma(this,Ea,Da).call(this),Ke(this.container,U(this,Ca))}disconnectedCallback(){var e,t;ma(this,Oa,ka).call(this),(t=(e=U(this,ha))?.unassociateElement)==null||t.call(e,this),pa(this,ha,null),this.shadowRoot.removeEventListener(`focusin`,U(this,xa)),this.shadowRoot.removeEventListener(`focusout`,U(this,Sa)),qe(this.container,U(this,Ca))}updatePointerBar(e){var t;(t=U(this,ya).pointer)==null||t.style.setProperty(`width`,`${this.getPointerRatio(e)*100}%`)}updateBar(){var e,t;let n=this.range.valueAsNumber*100;(e=U(this,ya).progress)==null||e.style.setProperty(`width`,`${n}%`),(t=U(this,ya).thumb)==null||t.style.setProperty(`left`,`${n}%`)}updateSegments(e){let t=this.shadowRoot.querySelector(`#segments-clipping`);if(t.textContent=``,this.container.classList.toggle(`segments`,!!e?.length),!e?.length)return;let n=[...new Set([+this.range.min,...e.flatMap(e=>[e.start,e.end]),+this.range.max])];pa(this,ba,[...n]);let r=n.pop();for(let[e,i]of n.entries()){let[a,o]=[e===0,e===n.length-1],s=a?`calc(var(--segments-gap) / -1)`:`${i*100}%`,c=`calc(${((o?r:n[e+1])-i)*100}%${a||o?``:` - var(--segments-gap)`})`,l=_.createElementNS(`http://www.w3.org/2000/svg`,`rect`),u=rt(this.shadowRoot,`#segments-clipping rect:nth-child(${e+1})`);u.style.setProperty(`x`,s),u.style.setProperty(`width`,c),t.append(l)}}getPointerRatio(e){return tt(e.clientX,e.clientY,U(this,_a).getBoundingClientRect(),U(this,va).getBoundingClientRect())}get dragging(){return this.hasAttribute(`dragging`)}handleEvent(e){switch(e.type){case`pointermove`:ma(this,Ra,za).call(this,e);break;case`input`:this.updateBar();break;case`pointerenter`:ma(this,Ma,Na).call(this,e);break;case`pointerdown`:ma(this,Aa,ja).call(this,e);break;case`pointerup`:ma(this,Pa,Fa).call(this);break;case`pointerleave`:ma(this,Ia,La).call(this)}}get keysUsed(){return[`ArrowUp`,`ArrowRight`,`ArrowDown`,`ArrowLeft`]}};ha=new WeakMap,ga=new WeakMap,_a=new WeakMap,va=new WeakMap,ya=new WeakMap,ba=new WeakMap,xa=new WeakMap,Sa=new WeakMap,Ca=new WeakMap,wa=new WeakSet,Ta=function(e){let t=U(this,ya).activeSegment;if(!t)return;let n=this.getPointerRatio(e),r=`#segments-clipping rect:nth-child(${U(this,ba).findIndex((e,t,r)=>{let i=r[t+1];return i!=null&&n>=e&&n<=i})+1})`;t.selectorText==r&&t.style.transform||(t.selectorText=r,t.style.setProperty(`transform`,`var(--media-range-segment-hover-transform, scaleY(2))`))},Ea=new WeakSet,Da=function(){!this.hasAttribute(`disabled`)&&this.isConnected&&(this.addEventListener(`input`,this),this.addEventListener(`pointerdown`,this),this.addEventListener(`pointerenter`,this))},Oa=new WeakSet,ka=function(){var e,t;this.removeEventListener(`input`,this),this.removeEventListener(`pointerdown`,this),this.removeEventListener(`pointerenter`,this),this.removeEventListener(`pointerleave`,this),(e=g.window)==null||e.removeEventListener(`pointerup`,this),(t=g.window)==null||t.removeEventListener(`pointermove`,this)},Aa=new WeakSet,ja=function(e){var t;pa(this,ga,e.composedPath().includes(this.range)),(t=g.window)==null||t.addEventListener(`pointerup`,this,{once:!0})},Ma=new WeakSet,Na=function(e){var t;e.pointerType!==`mouse`&&ma(this,Aa,ja).call(this,e),this.addEventListener(`pointerleave`,this,{once:!0}),(t=g.window)==null||t.addEventListener(`pointermove`,this)},Pa=new WeakSet,Fa=function(){var e;(e=g.window)==null||e.removeEventListener(`pointerup`,this),this.toggleAttribute(`dragging`,!1),this.range.disabled=this.hasAttribute(`disabled`)},Ia=new WeakSet,La=function(){var e,t;this.removeEventListener(`pointerleave`,this),(e=g.window)==null||e.removeEventListener(`pointermove`,this),this.toggleAttribute(`dragging`,!1),this.range.disabled=this.hasAttribute(`disabled`),(t=U(this,ya).activeSegment)==null||t.style.removeProperty(`transform`)},Ra=new WeakSet,za=function(e){(e.pointerType!==`pen`||e.buttons!==0)&&(this.toggleAttribute(`dragging`,e.buttons===1||e.pointerType!==`mouse`),this.updatePointerBar(e),ma(this,wa,Ta).call(this,e),this.dragging&&(e.pointerType!==`mouse`||!U(this,ga))&&(this.range.disabled=!0,this.range.valueAsNumber=this.getPointerRatio(e),this.range.dispatchEvent(new Event(`input`,{bubbles:!0,composed:!0}))))},Ha.shadowRootOptions={mode:`open`},Ha.getTemplateHTML=Ba,Ha.getContainerTemplateHTML=Va,g.customElements.get(`media-chrome-range`)||g.customElements.define(`media-chrome-range`,Ha);var Ua=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Wa=(e,t,n)=>(Ua(e,t,`read from private field`),n?n.call(e):t.get(e)),Ga=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Ka,qa=1,Ja=e=>e.mediaMuted?0:e.mediaVolume,Ya=e=>`${Math.round(e*100)}%`,Xa=class extends Ha{constructor(){super(...arguments),Ga(this,Ka,()=>{let e=this.range.value,t=new g.CustomEvent(v.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(t)})}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_VOLUME,b.MEDIA_MUTED,b.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute(`aria-label`,j(`volume`)),this.range.addEventListener(`input`,Wa(this,Ka))}disconnectedCallback(){this.range.removeEventListener(`input`,Wa(this,Ka)),super.disconnectedCallback()}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),(e===b.MEDIA_VOLUME||e===b.MEDIA_MUTED)&&(this.range.valueAsNumber=Ja(this),this.range.setAttribute(`aria-valuetext`,Ya(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return w(this,b.MEDIA_VOLUME,qa)}set mediaVolume(e){T(this,b.MEDIA_VOLUME,e)}get mediaMuted(){return E(this,b.MEDIA_MUTED)}set mediaMuted(e){D(this,b.MEDIA_MUTED,e)}get mediaVolumeUnavailable(){return O(this,b.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(e){k(this,b.MEDIA_VOLUME_UNAVAILABLE,e)}};Ka=new WeakMap,g.customElements.get(`media-volume-range`)||g.customElements.define(`media-volume-range`,Xa);var Za=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Qa=(e,t,n)=>(Za(e,t,`read from private field`),n?n.call(e):t.get(e)),$a=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},eo=(e,t,n,r)=>(Za(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),to;function no(e){return`
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
  `}var ro=class extends g.HTMLElement{constructor(){if(super(),$a(this,to,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[y.MEDIA_CONTROLLER,b.MEDIA_PREVIEW_IMAGE,b.MEDIA_PREVIEW_COORDS]}connectedCallback(){var e,t;let n=this.getAttribute(y.MEDIA_CONTROLLER);n&&(eo(this,to,this.getRootNode()?.getElementById(n)),(t=(e=Qa(this,to))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=Qa(this,to))?.unassociateElement)==null||t.call(e,this),eo(this,to,null)}attributeChangedCallback(e,t,n){var r,i,a,o;[b.MEDIA_PREVIEW_IMAGE,b.MEDIA_PREVIEW_COORDS].includes(e)&&this.update(),e===y.MEDIA_CONTROLLER&&(t&&((i=(r=Qa(this,to))?.unassociateElement)==null||i.call(r,this),eo(this,to,null)),n&&this.isConnected&&(eo(this,to,this.getRootNode()?.getElementById(n)),(o=(a=Qa(this,to))?.associateElement)==null||o.call(a,this)))}get mediaPreviewImage(){return O(this,b.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){k(this,b.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewCoords(){let e=this.getAttribute(b.MEDIA_PREVIEW_COORDS);if(e)return e.split(/\s+/).map(e=>+e)}set mediaPreviewCoords(e){e?this.setAttribute(b.MEDIA_PREVIEW_COORDS,e.join(` `)):this.removeAttribute(b.MEDIA_PREVIEW_COORDS)}update(){let e=this.mediaPreviewCoords,t=this.mediaPreviewImage;if(!(e&&t))return;let[n,r,i,a]=e,o=t.split(`#`)[0],s=getComputedStyle(this),{maxWidth:c,maxHeight:l,minWidth:u,minHeight:d}=s,f=s.getPropertyValue(`--media-preview-thumbnail-object-fit`).trim()||`contain`,p,m;if(f===`fill`){let e=parseInt(c)/i,t=parseInt(l)/a,n=parseInt(u)/i,r=parseInt(d)/a;p=e<1?e:Math.max(e,n),m=t<1?t:Math.max(t,r)}else{let e=Math.min(parseInt(c)/i,parseInt(l)/a),t=Math.max(parseInt(u)/i,parseInt(d)/a),n=e<1?e:t>1?t:1;p=n,m=n}let{style:ee}=C(this.shadowRoot,`:host`),te=C(this.shadowRoot,`img`).style,h=this.shadowRoot.querySelector(`img`),ne=Math.min(p,m)<1?`min`:`max`;ee.setProperty(`${ne}-width`,`initial`,`important`),ee.setProperty(`${ne}-height`,`initial`,`important`),ee.width=`${i*p}px`,ee.height=`${a*m}px`;let re=()=>{te.width=`${this.imgWidth*p}px`,te.height=`${this.imgHeight*m}px`,te.display=`block`};h.src!==o&&(h.onload=()=>{this.imgWidth=h.naturalWidth,this.imgHeight=h.naturalHeight,re(),h.onload=null},h.src=o,re()),re(),te.transform=`translate(-${n*p}px, -${r*m}px)`}};to=new WeakMap,ro.shadowRootOptions={mode:`open`},ro.getTemplateHTML=no,g.customElements.get(`media-preview-thumbnail`)||g.customElements.define(`media-preview-thumbnail`,ro);var io=ro,ao=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},oo=(e,t,n)=>(ao(e,t,`read from private field`),n?n.call(e):t.get(e)),so=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},co=(e,t,n,r)=>(ao(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),lo;function uo(e,t={}){return`
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
  `}function fo(e,t){return`
    <slot></slot>
  `}var po=class extends g.HTMLElement{constructor(){if(super(),so(this,lo,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[y.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===y.MEDIA_CONTROLLER&&(t&&((i=(r=oo(this,lo))?.unassociateElement)==null||i.call(r,this),co(this,lo,null)),n&&this.isConnected&&(co(this,lo,this.getRootNode()?.getElementById(n)),(o=(a=oo(this,lo))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let{style:n}=C(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`);let r=this.getAttribute(y.MEDIA_CONTROLLER);r&&(co(this,lo,this.getRootNode()?.getElementById(r)),(t=(e=oo(this,lo))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=oo(this,lo))?.unassociateElement)==null||t.call(e,this),co(this,lo,null)}};lo=new WeakMap,po.shadowRootOptions={mode:`open`},po.getTemplateHTML=uo,po.getSlotTemplateHTML=fo,g.customElements.get(`media-text-display`)||g.customElements.define(`media-text-display`,po);var mo=[{singular:`hour`,plural:`hours`},{singular:`minute`,plural:`minutes`},{singular:`second`,plural:`seconds`}],ho=(e,t)=>`${e} ${j(e===1?mo[t].singular:mo[t].plural)}`,go=e=>{if(!Yn(e))return``;let t=Math.abs(e),n=t!==e,r=new Date(0,0,0,0,0,t,0),i=[r.getHours(),r.getMinutes(),r.getSeconds()].map((e,t)=>e&&ho(e,t)).filter(e=>e).join(`, `);return n?j(`{time} remaining`,{time:i}):t===0?ho(0,2):i};function _o(e,t){let n=!1;e<0&&(n=!0,e=0-e),e=e<0?0:e;let r=Math.floor(e%60),i=Math.floor(e/60%60),a=Math.floor(e/3600),o=Math.floor(t/60%60),s=Math.floor(t/3600);return(isNaN(e)||e===1/0)&&(a=i=r=`0`),a=a>0||s>0?a+`:`:``,i=((a||o>=10)&&i<10?`0`+i:i)+`:`,r=r<10?`0`+r:r,(n?`-`:``)+a+i+r}Object.freeze({length:0,start(e){let t=e>>>0;if(t>=this.length)throw new DOMException(`Failed to execute 'start' on 'TimeRanges': The index provided (${t}) is greater than or equal to the maximum bound (${this.length}).`);return 0},end(e){let t=e>>>0;if(t>=this.length)throw new DOMException(`Failed to execute 'end' on 'TimeRanges': The index provided (${t}) is greater than or equal to the maximum bound (${this.length}).`);return 0}});var vo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},yo=(e,t,n)=>(vo(e,t,`read from private field`),n?n.call(e):t.get(e)),bo=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},xo=(e,t,n,r)=>(vo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),So,Co=class extends po{constructor(){super(),bo(this,So,void 0),xo(this,So,this.shadowRoot.querySelector(`slot`)),yo(this,So).textContent=_o(0)}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PREVIEW_TIME]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_PREVIEW_TIME&&n!=null&&(yo(this,So).textContent=_o(parseFloat(n)))}get mediaPreviewTime(){return w(this,b.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){T(this,b.MEDIA_PREVIEW_TIME,e)}};So=new WeakMap,g.customElements.get(`media-preview-time-display`)||g.customElements.define(`media-preview-time-display`,Co);var wo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},To=(e,t,n)=>(wo(e,t,`read from private field`),n?n.call(e):t.get(e)),Eo=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Do=(e,t,n,r)=>(wo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Oo,ko=class extends po{constructor(){super(),Eo(this,Oo,void 0),Do(this,Oo,this.shadowRoot.querySelector(`slot`))}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PREVIEW_CHAPTER,b.MEDIA_LANG]}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),(e===b.MEDIA_PREVIEW_CHAPTER||e===b.MEDIA_LANG)&&n!==t&&n!=null){if(To(this,Oo).textContent=n,n!==``){let e=j(`chapter: {chapterName}`,{chapterName:n});this.setAttribute(`aria-valuetext`,e)}else this.removeAttribute(`aria-valuetext`)}}get mediaPreviewChapter(){return O(this,b.MEDIA_PREVIEW_CHAPTER)}set mediaPreviewChapter(e){k(this,b.MEDIA_PREVIEW_CHAPTER,e)}};Oo=new WeakMap,g.customElements.get(`media-preview-chapter-display`)||g.customElements.define(`media-preview-chapter-display`,ko);var Ao=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},G=(e,t,n)=>(Ao(e,t,`read from private field`),n?n.call(e):t.get(e)),jo=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},K=(e,t,n,r)=>(Ao(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Mo=(e,t,n,r)=>({set _(r){K(e,t,r,n)},get _(){return G(e,t,r)}}),No,Po,Fo,Io,Lo,Ro,zo,Bo,Vo,Ho,Uo=class{constructor(e,t,n){jo(this,No,void 0),jo(this,Po,void 0),jo(this,Fo,void 0),jo(this,Io,void 0),jo(this,Lo,void 0),jo(this,Ro,void 0),jo(this,zo,void 0),jo(this,Bo,void 0),jo(this,Vo,0),jo(this,Ho,(e=performance.now())=>{K(this,Vo,requestAnimationFrame(G(this,Ho))),K(this,Io,performance.now()-G(this,Fo));let t=1e3/this.fps;if(G(this,Io)>t){K(this,Fo,e-G(this,Io)%t);let n=1e3/((e-G(this,Po))/++Mo(this,Lo)._),r=(e-G(this,Ro))/1e3/this.duration,i=G(this,zo)+r*this.playbackRate;i-G(this,No).valueAsNumber>0?K(this,Bo,this.playbackRate/this.duration/n):(K(this,Bo,.995*G(this,Bo)),i=G(this,No).valueAsNumber+G(this,Bo)),this.callback(i)}}),K(this,No,e),this.callback=t,this.fps=n}start(){G(this,Vo)===0&&(K(this,Fo,performance.now()),K(this,Po,G(this,Fo)),K(this,Lo,0),G(this,Ho).call(this))}stop(){G(this,Vo)!==0&&(cancelAnimationFrame(G(this,Vo)),K(this,Vo,0))}update({start:e,duration:t,playbackRate:n}){let r=e-G(this,No).valueAsNumber,i=Math.abs(t-this.duration);(r>0||r<-.5/t||i>=.5)&&this.callback(e),K(this,zo,e),K(this,Ro,performance.now()),this.duration=t,this.playbackRate=n}};No=new WeakMap,Po=new WeakMap,Fo=new WeakMap,Io=new WeakMap,Lo=new WeakMap,Ro=new WeakMap,zo=new WeakMap,Bo=new WeakMap,Vo=new WeakMap,Ho=new WeakMap;var Wo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},q=(e,t,n)=>(Wo(e,t,`read from private field`),n?n.call(e):t.get(e)),J=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Y=(e,t,n,r)=>(Wo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Go=(e,t,n)=>(Wo(e,t,`access private method`),n),Ko,qo,Jo,Yo,Xo,Zo,Qo,$o,es,ts,ns,rs,is,as,os,ss,cs,ls,us,ds,fs,ps,ms,hs,gs,_s,vs=e=>{let t=e.range,n=go(+xs(e)),r=go(+e.mediaSeekableEnd),i=n&&r?j(`{currentTime} of {totalTime}`,{currentTime:n,totalTime:r}):j(`video not loaded, unknown time.`);t.setAttribute(`aria-valuetext`,i)};function ys(e){return`
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
          <template shadowrootmode="${io.shadowRootOptions.mode}">
            ${io.getTemplateHTML({})}
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
  `}var bs=(e,t=e.mediaCurrentTime)=>{let n=Number.isFinite(e.mediaSeekableStart)?e.mediaSeekableStart:0,r=Number.isFinite(e.mediaDuration)?e.mediaDuration:e.mediaSeekableEnd;if(Number.isNaN(r))return 0;let i=(t-n)/(r-n);return Math.max(0,Math.min(i,1))},xs=(e,t=e.range.valueAsNumber)=>{let n=Number.isFinite(e.mediaSeekableStart)?e.mediaSeekableStart:0,r=Number.isFinite(e.mediaDuration)?e.mediaDuration:e.mediaSeekableEnd;return Number.isNaN(r)?0:t*(r-n)+n},Ss=class extends Ha{constructor(){super(),J(this,rs),J(this,os),J(this,cs),J(this,us),J(this,fs),J(this,ms),J(this,gs),J(this,Ko,null),J(this,qo,void 0),J(this,Jo,void 0),J(this,Yo,void 0),J(this,Xo,void 0),J(this,Zo,void 0),J(this,Qo,void 0),J(this,$o,void 0),J(this,es,void 0),J(this,ts,void 0),J(this,ns,()=>{Go(this,rs,is).call(this)?q(this,qo).start():q(this,qo).stop()}),J(this,as,e=>{this.dragging||(Yn(e)&&(this.range.valueAsNumber=e),q(this,ts)||this.updateBar())}),this.shadowRoot.querySelector(`#track`).insertAdjacentHTML(`afterbegin`,`<div id="buffered" part="buffered"></div>`),Y(this,Jo,this.shadowRoot.querySelectorAll(`[part~="box"]`)),Y(this,Xo,this.shadowRoot.querySelector(`[part~="preview-box"]`)),Y(this,Zo,this.shadowRoot.querySelector(`[part~="current-box"]`));let e=getComputedStyle(this);Y(this,Qo,parseInt(e.getPropertyValue(`--media-box-padding-left`))),Y(this,$o,parseInt(e.getPropertyValue(`--media-box-padding-right`))),Y(this,qo,new Uo(this.range,q(this,as),60))}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PAUSED,b.MEDIA_DURATION,b.MEDIA_SEEKABLE,b.MEDIA_CURRENT_TIME,b.MEDIA_PREVIEW_IMAGE,b.MEDIA_PREVIEW_TIME,b.MEDIA_PREVIEW_CHAPTER,b.MEDIA_BUFFERED,b.MEDIA_PLAYBACK_RATE,b.MEDIA_LOADING,b.MEDIA_ENDED]}connectedCallback(){var e;super.connectedCallback(),this.range.setAttribute(`aria-label`,j(`seek`)),q(this,ns).call(this),Y(this,Ko,this.getRootNode()),(e=q(this,Ko))==null||e.addEventListener(`transitionstart`,this)}disconnectedCallback(){var e;super.disconnectedCallback(),q(this,qo).stop(),(e=q(this,Ko))==null||e.removeEventListener(`transitionstart`,this),Y(this,Ko,null)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),t!=n&&(e===b.MEDIA_CURRENT_TIME||e===b.MEDIA_PAUSED||e===b.MEDIA_ENDED||e===b.MEDIA_LOADING||e===b.MEDIA_DURATION||e===b.MEDIA_SEEKABLE?(q(this,qo).update({start:bs(this),duration:this.mediaSeekableEnd-this.mediaSeekableStart,playbackRate:this.mediaPlaybackRate}),q(this,ns).call(this),vs(this)):e===b.MEDIA_BUFFERED&&this.updateBufferedBar(),(e===b.MEDIA_DURATION||e===b.MEDIA_SEEKABLE)&&(this.mediaChaptersCues=q(this,es),this.updateBar()))}get mediaChaptersCues(){return q(this,es)}set mediaChaptersCues(e){Y(this,es,e),this.updateSegments(q(this,es)?.map(e=>({start:bs(this,e.startTime),end:bs(this,e.endTime)})))}get mediaPaused(){return E(this,b.MEDIA_PAUSED)}set mediaPaused(e){D(this,b.MEDIA_PAUSED,e)}get mediaLoading(){return E(this,b.MEDIA_LOADING)}set mediaLoading(e){D(this,b.MEDIA_LOADING,e)}get mediaDuration(){return w(this,b.MEDIA_DURATION)}set mediaDuration(e){T(this,b.MEDIA_DURATION,e)}get mediaCurrentTime(){return w(this,b.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){T(this,b.MEDIA_CURRENT_TIME,e)}get mediaPlaybackRate(){return w(this,b.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){T(this,b.MEDIA_PLAYBACK_RATE,e)}get mediaBuffered(){let e=this.getAttribute(b.MEDIA_BUFFERED);return e?e.split(` `).map(e=>e.split(`:`).map(e=>+e)):[]}set mediaBuffered(e){if(!e){this.removeAttribute(b.MEDIA_BUFFERED);return}let t=e.map(e=>e.join(`:`)).join(` `);this.setAttribute(b.MEDIA_BUFFERED,t)}get mediaSeekable(){let e=this.getAttribute(b.MEDIA_SEEKABLE);if(e)return e.split(`:`).map(e=>+e)}set mediaSeekable(e){e==null?this.removeAttribute(b.MEDIA_SEEKABLE):this.setAttribute(b.MEDIA_SEEKABLE,e.join(`:`))}get mediaSeekableEnd(){let[,e=this.mediaDuration]=this.mediaSeekable??[];return e}get mediaSeekableStart(){let[e=0]=this.mediaSeekable??[];return e}get mediaPreviewImage(){return O(this,b.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){k(this,b.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewTime(){return w(this,b.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){T(this,b.MEDIA_PREVIEW_TIME,e)}get mediaEnded(){return E(this,b.MEDIA_ENDED)}set mediaEnded(e){D(this,b.MEDIA_ENDED,e)}updateBar(){super.updateBar(),this.updateBufferedBar(),this.updateCurrentBox()}updateBufferedBar(){let e=this.mediaBuffered;if(!e.length)return;let t;if(this.mediaEnded)t=1;else{let n=this.mediaCurrentTime,[,r=this.mediaSeekableStart]=e.find(([e,t])=>e<=n&&n<=t)??[];t=bs(this,r)}let{style:n}=C(this.shadowRoot,`#buffered`);n.setProperty(`width`,`${t*100}%`)}updateCurrentBox(){if(!this.shadowRoot.querySelector(`slot[name="current"]`).assignedElements().length)return;let e=C(this.shadowRoot,`#current-rail`),t=C(this.shadowRoot,`[part~="current-box"]`),n=Go(this,os,ss).call(this,q(this,Zo)),r=Go(this,cs,ls).call(this,n,this.range.valueAsNumber),i=Go(this,us,ds).call(this,n,this.range.valueAsNumber);e.style.transform=`translateX(${r})`,e.style.setProperty(`--_range-width`,`${n.range.width}`),t.style.setProperty(`--_box-shift`,`${i}`),t.style.setProperty(`--_box-width`,`${n.box.width}px`),t.style.setProperty(`visibility`,`initial`)}handleEvent(e){switch(super.handleEvent(e),e.type){case`input`:Go(this,gs,_s).call(this);break;case`pointermove`:Go(this,fs,ps).call(this,e);break;case`pointerup`:q(this,ts)&&Y(this,ts,!1);break;case`pointerdown`:Y(this,ts,!0);break;case`pointerleave`:Go(this,ms,hs).call(this,null);break;case`transitionstart`:Xe(e.target,this)&&setTimeout(()=>q(this,ns).call(this),0)}}};Ko=new WeakMap,qo=new WeakMap,Jo=new WeakMap,Yo=new WeakMap,Xo=new WeakMap,Zo=new WeakMap,Qo=new WeakMap,$o=new WeakMap,es=new WeakMap,ts=new WeakMap,ns=new WeakMap,rs=new WeakSet,is=function(){return this.isConnected&&!this.mediaPaused&&!this.mediaLoading&&!this.mediaEnded&&this.mediaSeekableEnd>0&&et(this)},as=new WeakMap,os=new WeakSet,ss=function(e){let t=((this.getAttribute(`bounds`)?Ze(this,`#${this.getAttribute(`bounds`)}`):this.parentElement)??this).getBoundingClientRect(),n=this.range.getBoundingClientRect(),r=e.offsetWidth;return{box:{width:r,min:-(n.left-t.left-r/2),max:t.right-n.left-r/2},bounds:t,range:n}},cs=new WeakSet,ls=function(e,t){let n=`${t*100}%`,{width:r,min:i,max:a}=e.box;if(!r)return n;if(Number.isNaN(i)||(n=`max(${`calc(1 / var(--_range-width) * 100 * ${i}% + var(--media-box-padding-left))`}, ${n})`),!Number.isNaN(a)){let e=`calc(1 / var(--_range-width) * 100 * ${a}% - var(--media-box-padding-right))`;n=`min(${n}, ${e})`}return n},us=new WeakSet,ds=function(e,t){let{width:n,min:r,max:i}=e.box,a=t*e.range.width;if(a<r+q(this,Qo)){let t=e.range.left-e.bounds.left-q(this,Qo);return`${a-n/2+t}px`}if(a>i-q(this,$o)){let t=e.bounds.right-e.range.right-q(this,$o);return`${a+n/2-t-e.range.width}px`}return 0},fs=new WeakSet,ps=function(e){let t=[...q(this,Jo)].some(t=>e.composedPath().includes(t));if(!this.dragging&&(t||!e.composedPath().includes(this))){Go(this,ms,hs).call(this,null);return}let n=this.mediaSeekableEnd;if(!n)return;let r=C(this.shadowRoot,`#preview-rail`),i=C(this.shadowRoot,`[part~="preview-box"]`),a=Go(this,os,ss).call(this,q(this,Xo)),o=(e.clientX-a.range.left)/a.range.width;o=Math.max(0,Math.min(1,o));let s=Go(this,cs,ls).call(this,a,o),c=Go(this,us,ds).call(this,a,o);r.style.transform=`translateX(${s})`,r.style.setProperty(`--_range-width`,`${a.range.width}`),i.style.setProperty(`--_box-shift`,`${c}`),i.style.setProperty(`--_box-width`,`${a.box.width}px`);let l=Math.round(q(this,Yo))-Math.round(o*n);Math.abs(l)<1&&o>.01&&o<.99||(Y(this,Yo,o*n),Go(this,ms,hs).call(this,q(this,Yo)))},ms=new WeakSet,hs=function(e){this.dispatchEvent(new g.CustomEvent(v.MEDIA_PREVIEW_REQUEST,{composed:!0,bubbles:!0,detail:e}))},gs=new WeakSet,_s=function(){q(this,qo).stop();let e=xs(this);this.dispatchEvent(new g.CustomEvent(v.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:e}))},Ss.shadowRootOptions={mode:`open`},Ss.getContainerTemplateHTML=ys,g.customElements.get(`media-time-range`)||g.customElements.define(`media-time-range`,Ss);var Cs=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},ws=(e,t,n)=>(Cs(e,t,`read from private field`),n?n.call(e):t.get(e)),Ts=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Es=(e,t,n,r)=>(Cs(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Ds=(e,t,n)=>(Cs(e,t,`access private method`),n),Os,ks,As,js,Ms,Ns,Ps,Fs,Is,Ls,Rs,zs={REMAINING:`remaining`,SHOW_DURATION:`showduration`,NO_TOGGLE:`notoggle`},Bs=[...Object.values(zs),b.MEDIA_CURRENT_TIME,b.MEDIA_DURATION,b.MEDIA_SEEKABLE],Vs=[`Enter`,` `],Hs=`&nbsp;/&nbsp;`,Us=(e,{timesSep:t=Hs}={})=>{let n=e.mediaCurrentTime??0,[,r]=e.mediaSeekable??[],i=0;Number.isFinite(e.mediaDuration)?i=e.mediaDuration:Number.isFinite(r)&&(i=r);let a=e.remaining?_o(0-(i-n)):_o(n);return e.showDuration?`${a}${t}${_o(i)}`:a},Ws=e=>{let t=e.mediaCurrentTime,[,n]=e.mediaSeekable??[],r=null;if(Number.isFinite(e.mediaDuration)?r=e.mediaDuration:Number.isFinite(n)&&(r=n),t==null||r===null){e.setAttribute(`aria-description`,j(`video not loaded, unknown time.`));return}let i=e.remaining?go(0-(r-t)):go(t);if(!e.showDuration){e.setAttribute(`aria-description`,i);return}let a=j(`{currentTime} of {totalTime}`,{currentTime:i,totalTime:go(r)});e.setAttribute(`aria-description`,a)};function Gs(e,t){return`
    <slot>${Us(t)}</slot>
  `}var Ks=e=>{e.setAttribute(`aria-label`,j(`playback time`))},qs=class extends po{constructor(){super(),Ts(this,js),Ts(this,Ns),Ts(this,Fs),Ts(this,Ls),Ts(this,Os,void 0),Ts(this,ks,null),Ts(this,As,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!Vs.includes(r)?this.removeEventListener(`keyup`,ws(this,ks)):this.addEventListener(`keyup`,ws(this,ks))}),Es(this,Os,this.shadowRoot.querySelector(`slot`)),ws(this,Os).innerHTML=`${Us(this)}`}static get observedAttributes(){return[...super.observedAttributes,...Bs,`disabled`]}connectedCallback(){let{style:e}=C(this.shadowRoot,`:host(:hover:not([notoggle]))`);e.setProperty(`cursor`,`var(--media-cursor, pointer)`),e.setProperty(`background`,`var(--media-control-hover-background, rgba(50 50 70 / .7))`),this.setAttribute(`aria-label`,j(`playback time`)),Ds(this,Fs,Is).call(this),super.connectedCallback()}toggleTimeDisplay(){this.noToggle||(this.hasAttribute(`remaining`)?this.removeAttribute(`remaining`):this.setAttribute(`remaining`,``))}disconnectedCallback(){this.disable(),Ds(this,Ns,Ps).call(this),super.disconnectedCallback()}attributeChangedCallback(e,t,n){Ks(this),Bs.includes(e)?this.update():e===`disabled`&&n!==t?n==null?Ds(this,Fs,Is).call(this):Ds(this,Ls,Rs).call(this):e===zs.NO_TOGGLE&&n!==t&&(this.noToggle?Ds(this,Ls,Rs).call(this):Ds(this,Fs,Is).call(this)),super.attributeChangedCallback(e,t,n)}enable(){this.noToggle||(this.tabIndex=0)}disable(){this.tabIndex=-1}get remaining(){return E(this,zs.REMAINING)}set remaining(e){D(this,zs.REMAINING,e)}get showDuration(){return E(this,zs.SHOW_DURATION)}set showDuration(e){D(this,zs.SHOW_DURATION,e)}get noToggle(){return E(this,zs.NO_TOGGLE)}set noToggle(e){D(this,zs.NO_TOGGLE,e)}get mediaDuration(){return w(this,b.MEDIA_DURATION)}set mediaDuration(e){T(this,b.MEDIA_DURATION,e)}get mediaCurrentTime(){return w(this,b.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){T(this,b.MEDIA_CURRENT_TIME,e)}get mediaSeekable(){let e=this.getAttribute(b.MEDIA_SEEKABLE);if(e)return e.split(`:`).map(e=>+e)}set mediaSeekable(e){e==null?this.removeAttribute(b.MEDIA_SEEKABLE):this.setAttribute(b.MEDIA_SEEKABLE,e.join(`:`))}update(){let e=Us(this);Ws(this),e!==ws(this,Os).innerHTML&&(ws(this,Os).innerHTML=e)}};Os=new WeakMap,ks=new WeakMap,As=new WeakMap,js=new WeakSet,Ms=function(){ws(this,ks)||(Es(this,ks,e=>{let{key:t}=e;Vs.includes(t)?this.toggleTimeDisplay():this.removeEventListener(`keyup`,ws(this,ks))}),this.addEventListener(`keydown`,ws(this,As)),this.addEventListener(`click`,this.toggleTimeDisplay))},Ns=new WeakSet,Ps=function(){ws(this,ks)&&(this.removeEventListener(`keyup`,ws(this,ks)),this.removeEventListener(`keydown`,ws(this,As)),this.removeEventListener(`click`,this.toggleTimeDisplay),Es(this,ks,null))},Fs=new WeakSet,Is=function(){!this.noToggle&&!this.hasAttribute(`disabled`)&&(this.setAttribute(`role`,`button`),this.enable(),Ds(this,js,Ms).call(this))},Ls=new WeakSet,Rs=function(){this.removeAttribute(`role`),this.disable(),Ds(this,Ns,Ps).call(this)},qs.getSlotTemplateHTML=Gs,g.customElements.get(`media-time-display`)||g.customElements.define(`media-time-display`,qs);var Js=`<svg aria-hidden="true" viewBox="0 0 26 24">
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
    <slot name="tooltip-enable">${j(`Enable captions`)}</slot>
    <slot name="tooltip-disable">${j(`Disable captions`)}</slot>
  `}var Qs=e=>{e.setAttribute(`aria-checked`,sr(e).toString())},$s=class extends H{static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_SUBTITLES_LIST,b.MEDIA_SUBTITLES_SHOWING]}connectedCallback(){super.connectedCallback(),this.setAttribute(`role`,`button`),this.setAttribute(`aria-label`,j(`closed captions`)),Qs(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_SUBTITLES_SHOWING&&Qs(this)}get mediaSubtitlesList(){return ec(this,b.MEDIA_SUBTITLES_LIST)}set mediaSubtitlesList(e){tc(this,b.MEDIA_SUBTITLES_LIST,e)}get mediaSubtitlesShowing(){return ec(this,b.MEDIA_SUBTITLES_SHOWING)}set mediaSubtitlesShowing(e){tc(this,b.MEDIA_SUBTITLES_SHOWING,e)}handleClick(){this.dispatchEvent(new g.CustomEvent(v.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}))}};$s.getSlotTemplateHTML=Xs,$s.getTooltipContentHTML=Zs;var ec=(e,t)=>{let n=e.getAttribute(t);return n?$n(n):[]},tc=(e,t,n)=>{if(!n?.length){e.removeAttribute(t);return}let r=nr(n);e.getAttribute(t)!==r&&e.setAttribute(t,r)};g.customElements.get(`media-captions-button`)||g.customElements.define(`media-captions-button`,$s);var nc=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},rc=(e,t,n)=>(nc(e,t,`read from private field`),n?n.call(e):t.get(e)),ic=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ac=(e,t,n,r)=>(nc(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),oc,sc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,cc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function lc(e){return`
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
      <slot name="enter">${sc}</slot>
      <slot name="exit">${cc}</slot>
    </slot>
  `}function uc(){return`
    <slot name="tooltip-enter">${j(`Enter fullscreen mode`)}</slot>
    <slot name="tooltip-exit">${j(`Exit fullscreen mode`)}</slot>
  `}var dc=e=>{let t=e.mediaIsFullscreen?j(`exit fullscreen mode`):j(`enter fullscreen mode`);e.setAttribute(`aria-label`,t)},fc=class extends H{constructor(){super(...arguments),ic(this,oc,null)}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_IS_FULLSCREEN,b.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),dc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_IS_FULLSCREEN&&dc(this)}get mediaFullscreenUnavailable(){return O(this,b.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(e){k(this,b.MEDIA_FULLSCREEN_UNAVAILABLE,e)}get mediaIsFullscreen(){return E(this,b.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(e){D(this,b.MEDIA_IS_FULLSCREEN,e)}handleClick(e){ac(this,oc,e);let t=rc(this,oc)instanceof PointerEvent,n=this.mediaIsFullscreen?new g.CustomEvent(v.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new g.CustomEvent(v.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(n)}};oc=new WeakMap,fc.getSlotTemplateHTML=lc,fc.getTooltipContentHTML=uc,g.customElements.get(`media-fullscreen-button`)||g.customElements.define(`media-fullscreen-button`,fc);var pc=`<svg aria-hidden="true" viewBox="0 0 28 24">
  <path d="M24 3H4a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h20a1 1 0 0 0 1-1V4a1 1 0 0 0-1-1Zm-1 16H5V5h18v14Zm-3-8h-7v5h7v-5Z"/>
</svg>`;function mc(e){return`
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
      <slot name="enter">${pc}</slot>
      <slot name="exit">${pc}</slot>
    </slot>
  `}function hc(){return`
    <slot name="tooltip-enter">${j(`Enter picture in picture mode`)}</slot>
    <slot name="tooltip-exit">${j(`Exit picture in picture mode`)}</slot>
  `}var gc=e=>{let t=e.mediaIsPip?j(`exit picture in picture mode`):j(`enter picture in picture mode`);e.setAttribute(`aria-label`,t)},_c=class extends H{static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_IS_PIP,b.MEDIA_PIP_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),gc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_IS_PIP&&gc(this)}get mediaPipUnavailable(){return O(this,b.MEDIA_PIP_UNAVAILABLE)}set mediaPipUnavailable(e){k(this,b.MEDIA_PIP_UNAVAILABLE,e)}get mediaIsPip(){return E(this,b.MEDIA_IS_PIP)}set mediaIsPip(e){D(this,b.MEDIA_IS_PIP,e)}handleClick(){let e=this.mediaIsPip?v.MEDIA_EXIT_PIP_REQUEST:v.MEDIA_ENTER_PIP_REQUEST;this.dispatchEvent(new g.CustomEvent(e,{composed:!0,bubbles:!0}))}};_c.getSlotTemplateHTML=mc,_c.getTooltipContentHTML=hc,g.customElements.get(`media-pip-button`)||g.customElements.define(`media-pip-button`,_c);var vc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M22.13 3H3.87a.87.87 0 0 0-.87.87v13.26a.87.87 0 0 0 .87.87h3.4L9 16H5V5h16v11h-4l1.72 2h3.4a.87.87 0 0 0 .87-.87V3.87a.87.87 0 0 0-.86-.87Zm-8.75 11.44a.5.5 0 0 0-.76 0l-4.91 5.73a.5.5 0 0 0 .38.83h9.82a.501.501 0 0 0 .38-.83l-4.91-5.73Z"/>
</svg>
`;function yc(e){return`
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
      <slot name="enter">${vc}</slot>
      <slot name="exit">${vc}</slot>
    </slot>
  `}function bc(){return`
    <slot name="tooltip-enter">${j(`start airplay`)}</slot>
    <slot name="tooltip-exit">${j(`stop airplay`)}</slot>
  `}var xc=e=>{let t=e.mediaIsAirplaying?j(`stop airplay`):j(`start airplay`);e.setAttribute(`aria-label`,t)},Sc=class extends H{static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_IS_AIRPLAYING,b.MEDIA_AIRPLAY_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),xc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_IS_AIRPLAYING&&xc(this)}get mediaIsAirplaying(){return E(this,b.MEDIA_IS_AIRPLAYING)}set mediaIsAirplaying(e){D(this,b.MEDIA_IS_AIRPLAYING,e)}get mediaAirplayUnavailable(){return O(this,b.MEDIA_AIRPLAY_UNAVAILABLE)}set mediaAirplayUnavailable(e){k(this,b.MEDIA_AIRPLAY_UNAVAILABLE,e)}handleClick(){let e=new g.CustomEvent(v.MEDIA_AIRPLAY_REQUEST,{composed:!0,bubbles:!0});this.dispatchEvent(e)}};Sc.getSlotTemplateHTML=yc,Sc.getTooltipContentHTML=bc,g.customElements.get(`media-airplay-button`)||g.customElements.define(`media-airplay-button`,Sc);var{MEDIA_TIME_IS_LIVE:Cc,MEDIA_PAUSED:wc}=b,{MEDIA_SEEK_TO_LIVE_REQUEST:Tc,MEDIA_PLAY_REQUEST:Ec}=v,Dc=`<svg viewBox="0 0 6 12" aria-hidden="true"><circle cx="3" cy="6" r="2"></circle></svg>`;function Oc(e){return`
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
    
    <slot name="spacer">&nbsp;</slot><slot name="text">${j(`live`)}</slot>
  `}var kc=e=>{let t=e.mediaPaused||!e.mediaTimeIsLive,n=j(t?`seek to live`:`playing live`);e.setAttribute(`aria-label`,n);let r=e.shadowRoot?.querySelector(`slot[name="text"]`);r&&(r.textContent=j(`live`)),t?e.removeAttribute(`aria-disabled`):e.setAttribute(`aria-disabled`,`true`)},Ac=class extends H{static get observedAttributes(){return[...super.observedAttributes,Cc,wc]}connectedCallback(){super.connectedCallback(),kc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),kc(this)}get mediaPaused(){return E(this,b.MEDIA_PAUSED)}set mediaPaused(e){D(this,b.MEDIA_PAUSED,e)}get mediaTimeIsLive(){return E(this,b.MEDIA_TIME_IS_LIVE)}set mediaTimeIsLive(e){D(this,b.MEDIA_TIME_IS_LIVE,e)}handleClick(){(this.mediaPaused||!this.mediaTimeIsLive)&&(this.dispatchEvent(new g.CustomEvent(Tc,{composed:!0,bubbles:!0})),this.hasAttribute(wc)&&this.dispatchEvent(new g.CustomEvent(Ec,{composed:!0,bubbles:!0})))}};Ac.getSlotTemplateHTML=Oc,g.customElements.get(`media-live-button`)||g.customElements.define(`media-live-button`,Ac);var jc=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Mc=(e,t,n)=>(jc(e,t,`read from private field`),n?n.call(e):t.get(e)),Nc=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Pc=(e,t,n,r)=>(jc(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Fc,Ic,Lc={LOADING_DELAY:`loadingdelay`,NO_AUTOHIDE:`noautohide`},Rc=500,zc=`
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

    <slot name="icon">${zc}</slot>
    <div id="status" role="status" aria-live="polite">${j(`media loading`)}</div>
  `}var Vc=class extends g.HTMLElement{constructor(){if(super(),Nc(this,Fc,void 0),Nc(this,Ic,Rc),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[y.MEDIA_CONTROLLER,b.MEDIA_PAUSED,b.MEDIA_LOADING,Lc.LOADING_DELAY]}attributeChangedCallback(e,t,n){var r,i,a,o;e===Lc.LOADING_DELAY&&t!==n?this.loadingDelay=Number(n):e===y.MEDIA_CONTROLLER&&(t&&((i=(r=Mc(this,Fc))?.unassociateElement)==null||i.call(r,this),Pc(this,Fc,null)),n&&this.isConnected&&(Pc(this,Fc,this.getRootNode()?.getElementById(n)),(o=(a=Mc(this,Fc))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let n=this.getAttribute(y.MEDIA_CONTROLLER);n&&(Pc(this,Fc,this.getRootNode()?.getElementById(n)),(t=(e=Mc(this,Fc))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=Mc(this,Fc))?.unassociateElement)==null||t.call(e,this),Pc(this,Fc,null)}get loadingDelay(){return Mc(this,Ic)}set loadingDelay(e){Pc(this,Ic,e);let{style:t}=C(this.shadowRoot,`:host`);t.setProperty(`--_loading-indicator-delay`,`var(--media-loading-indicator-transition-delay, ${e}ms)`)}get mediaPaused(){return E(this,b.MEDIA_PAUSED)}set mediaPaused(e){D(this,b.MEDIA_PAUSED,e)}get mediaLoading(){return E(this,b.MEDIA_LOADING)}set mediaLoading(e){D(this,b.MEDIA_LOADING,e)}get mediaController(){return O(this,y.MEDIA_CONTROLLER)}set mediaController(e){k(this,y.MEDIA_CONTROLLER,e)}get noAutohide(){return E(this,Lc.NO_AUTOHIDE)}set noAutohide(e){D(this,Lc.NO_AUTOHIDE,e)}};Fc=new WeakMap,Ic=new WeakMap,Vc.shadowRootOptions={mode:`open`},Vc.getTemplateHTML=Bc,g.customElements.get(`media-loading-indicator`)||g.customElements.define(`media-loading-indicator`,Vc);var Hc={PLACEHOLDER_SRC:`placeholdersrc`,SRC:`src`};function Uc(e){return`
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
  `}var Wc=e=>{e.style.removeProperty(`background-image`)},Gc=(e,t)=>{e.style[`background-image`]=`url('${t}')`},Kc=class extends g.HTMLElement{static get observedAttributes(){return[Hc.PLACEHOLDER_SRC,Hc.SRC]}constructor(){if(super(),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}this.image=this.shadowRoot.querySelector(`#image`)}attributeChangedCallback(e,t,n){e===Hc.SRC&&(n==null?this.image.removeAttribute(Hc.SRC):this.image.setAttribute(Hc.SRC,n)),e===Hc.PLACEHOLDER_SRC&&(n==null?Wc(this.image):Gc(this.image,n))}get placeholderSrc(){return O(this,Hc.PLACEHOLDER_SRC)}set placeholderSrc(e){k(this,Hc.SRC,e)}get src(){return O(this,Hc.SRC)}set src(e){k(this,Hc.SRC,e)}};Kc.shadowRootOptions={mode:`open`},Kc.getTemplateHTML=Uc,g.customElements.get(`media-poster-image`)||g.customElements.define(`media-poster-image`,Kc);function qc({anchor:e,floating:t,placement:n}){let{x:r,y:i}=Xc(Jc({anchor:e,floating:t}),n);return{x:r,y:i}}function Jc({anchor:e,floating:t}){return{anchor:Yc(e,t.offsetParent),floating:{x:0,y:0,width:t.offsetWidth,height:t.offsetHeight}}}function Yc(e,t){let n=e.getBoundingClientRect(),r=t?.getBoundingClientRect()??{x:0,y:0};return{x:n.x-r.x,y:n.y-r.y,width:n.width,height:n.height}}function Xc({anchor:e,floating:t},n){let r=Qc(n)===`x`?`y`:`x`,i=r===`y`?`height`:`width`,a=Zc(n),o=e.x+e.width/2-t.width/2,s=e.y+e.height/2-t.height/2,c=e[i]/2-t[i]/2,l;switch(a){case`top`:l={x:o,y:e.y-t.height};break;case`bottom`:l={x:o,y:e.y+e.height};break;case`right`:l={x:e.x+e.width,y:s};break;case`left`:l={x:e.x-t.width,y:s};break;default:l={x:e.x,y:e.y}}switch(n.split(`-`)[1]){case`start`:l[r]-=c;break;case`end`:l[r]+=c}return l}function Zc(e){return e.split(`-`)[0]}function Qc(e){return[`top`,`bottom`].includes(Zc(e))?`y`:`x`}var $c=class extends Event{constructor({action:e=`auto`,relatedTarget:t,...n}){super(`invoke`,n),this.action=e,this.relatedTarget=t}},el=class extends Event{constructor({newState:e,oldState:t,...n}){super(`toggle`,n),this.newState=e,this.oldState=t}},tl=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},X=(e,t,n)=>(tl(e,t,`read from private field`),n?n.call(e):t.get(e)),Z=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},nl=(e,t,n,r)=>(tl(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Q=(e,t,n)=>(tl(e,t,`access private method`),n),rl,il,al,ol,sl,cl,ll,ul,dl,fl,pl,ml,hl,gl,_l,vl,yl,bl,xl,Sl,Cl,wl,Tl,El,Dl,Ol,kl,Al,jl,Ml,Nl,Pl,Fl,Il,Ll,Rl,zl,Bl,Vl,Hl,Ul,Wl,Gl,Kl,ql,Jl;function Yl({type:e,text:t,value:n,checked:r}){let i=_.createElement(`media-chrome-menu-item`);i.type=e??``,i.part.add(`menu-item`),e&&i.part.add(e),i.value=n,i.checked=r;let a=_.createElement(`span`);return a.textContent=t,i.append(a),i}function Xl(e,t){let n=e.querySelector(`:scope > [slot="${t}"]`);if(n?.nodeName==`SLOT`&&(n=n.assignedElements({flatten:!0})[0]),n)return n=n.cloneNode(!0),n;let r=e.shadowRoot.querySelector(`[name="${t}"] > svg`);return r?r.cloneNode(!0):``}function Zl(e){return`
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
  `}var Ql={STYLE:`style`,HIDDEN:`hidden`,DISABLED:`disabled`,ANCHOR:`anchor`},$l=class extends g.HTMLElement{constructor(){if(super(),Z(this,ul),Z(this,fl),Z(this,hl),Z(this,_l),Z(this,yl),Z(this,xl),Z(this,Tl),Z(this,Dl),Z(this,kl),Z(this,jl),Z(this,Nl),Z(this,Fl),Z(this,Ll),Z(this,zl),Z(this,Vl),Z(this,Ul),Z(this,Gl),Z(this,ql),Z(this,rl,null),Z(this,il,null),Z(this,al,null),Z(this,ol,new Set),Z(this,sl,void 0),Z(this,cl,!1),Z(this,ll,null),Z(this,ml,()=>{let e=X(this,ol),t=new Set(this.items);for(let n of e)t.has(n)||this.dispatchEvent(new CustomEvent(`removemenuitem`,{detail:n}));for(let n of t)e.has(n)||this.dispatchEvent(new CustomEvent(`addmenuitem`,{detail:n}));nl(this,ol,t)}),Z(this,Cl,()=>{Q(this,Tl,El).call(this),Q(this,Dl,Ol).call(this,!1)}),Z(this,wl,()=>{Q(this,Tl,El).call(this)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}this.container=this.shadowRoot.querySelector(`#container`),this.defaultSlot=this.shadowRoot.querySelector(`slot:not([name])`),nl(this,sl,new MutationObserver(X(this,ml)))}static get observedAttributes(){return[Ql.DISABLED,Ql.HIDDEN,Ql.STYLE,Ql.ANCHOR,y.MEDIA_CONTROLLER]}static formatMenuItemText(e,t){return e}enable(){this.addEventListener(`click`,this),this.addEventListener(`focusout`,this),this.addEventListener(`keydown`,this),this.addEventListener(`invoke`,this),this.addEventListener(`toggle`,this)}disable(){this.removeEventListener(`click`,this),this.removeEventListener(`focusout`,this),this.removeEventListener(`keyup`,this),this.removeEventListener(`invoke`,this),this.removeEventListener(`toggle`,this)}handleEvent(e){switch(e.type){case`slotchange`:Q(this,ul,dl).call(this,e);break;case`invoke`:Q(this,_l,vl).call(this,e);break;case`click`:Q(this,kl,Al).call(this,e);break;case`toggle`:Q(this,Nl,Pl).call(this,e);break;case`focusout`:Q(this,Ll,Rl).call(this,e);break;case`keydown`:Q(this,zl,Bl).call(this,e)}}connectedCallback(){var e,t;X(this,sl).observe(this.defaultSlot,{childList:!0}),nl(this,ll,rt(this.shadowRoot,`:host`)),Q(this,hl,gl).call(this),this.hasAttribute(`disabled`)||this.enable(),this.role||=`menu`,nl(this,rl,Ye(this)),(t=(e=X(this,rl))?.associateElement)==null||t.call(e,this),this.hidden||(Ke(tu(this),X(this,Cl)),Ke(this,X(this,wl))),Q(this,fl,pl).call(this),this.shadowRoot.addEventListener(`slotchange`,this)}disconnectedCallback(){var e,t;X(this,sl).disconnect(),qe(tu(this),X(this,Cl)),qe(this,X(this,wl)),this.disable(),(t=(e=X(this,rl))?.unassociateElement)==null||t.call(e,this),nl(this,rl,null),nl(this,il,null),nl(this,al,null),this.shadowRoot.removeEventListener(`slotchange`,this)}attributeChangedCallback(e,t,n){var r,i,a,o;e===Ql.HIDDEN&&n!==t?(X(this,cl)||nl(this,cl,!0),this.hidden?Q(this,xl,Sl).call(this):Q(this,yl,bl).call(this),this.dispatchEvent(new el({oldState:this.hidden?`open`:`closed`,newState:this.hidden?`closed`:`open`,bubbles:!0}))):e===y.MEDIA_CONTROLLER?(t&&((i=(r=X(this,rl))?.unassociateElement)==null||i.call(r,this),nl(this,rl,null)),n&&this.isConnected&&(nl(this,rl,Ye(this)),(o=(a=X(this,rl))?.associateElement)==null||o.call(a,this))):e===Ql.DISABLED&&n!==t?n==null?this.enable():this.disable():e===Ql.STYLE&&n!==t&&Q(this,hl,gl).call(this)}formatMenuItemText(e,t){return this.constructor.formatMenuItemText(e,t)}get anchor(){return this.getAttribute(`anchor`)}set anchor(e){this.setAttribute(`anchor`,`${e}`)}get anchorElement(){return this.anchor?$e(this)?.querySelector(`#${this.anchor}`):null}get items(){return this.defaultSlot.assignedElements({flatten:!0}).filter(eu)}get radioGroupItems(){return this.items.filter(e=>e.role===`menuitemradio`)}get checkedItems(){return this.items.filter(e=>e.checked)}get value(){return this.checkedItems[0]?.value??``}set value(e){let t=this.items.find(t=>t.value===e);t&&Q(this,ql,Jl).call(this,t)}focus(){nl(this,il,Qe()),this.items.length?(Q(this,Gl,Kl).call(this,this.items[0]),this.items[0].focus()):this.querySelector(`[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]`)?.focus()}handleSelect(e){var t;let n=Q(this,Vl,Hl).call(this,e);n&&(Q(this,ql,Jl).call(this,n,n.type===`checkbox`),X(this,al)&&!this.hidden&&((t=X(this,il))==null||t.focus(),this.hidden=!0))}get keysUsed(){return[`Enter`,`Escape`,`Tab`,` `,`ArrowDown`,`ArrowUp`,`Home`,`End`]}handleMove(e){let{key:t}=e,n=this.items,r=Q(this,Vl,Hl).call(this,e)??Q(this,Ul,Wl).call(this)??n[0],i=n.indexOf(r),a=Math.max(0,i);t===`ArrowDown`?a++:t===`ArrowUp`?a--:e.key===`Home`?a=0:e.key===`End`&&(a=n.length-1),a<0&&(a=n.length-1),a>n.length-1&&(a=0),Q(this,Gl,Kl).call(this,n[a]),n[a].focus()}};rl=new WeakMap,il=new WeakMap,al=new WeakMap,ol=new WeakMap,sl=new WeakMap,cl=new WeakMap,ll=new WeakMap,ul=new WeakSet,dl=function(e){let t=e.target;for(let e of t.assignedNodes({flatten:!0}))e.nodeType===3&&e.textContent.trim()===``&&e.remove();[`header`,`title`].includes(t.name)&&Q(this,fl,pl).call(this),t.name||X(this,ml).call(this)},fl=new WeakSet,pl=function(){let e=this.shadowRoot.querySelector(`slot[name="header"]`);e.hidden=this.shadowRoot.querySelector(`slot[name="title"]`).assignedNodes().length===0&&e.assignedNodes().length===0},ml=new WeakMap,hl=new WeakSet,gl=function(){let e=this.shadowRoot.querySelector(`#layout-row`),t=getComputedStyle(this).getPropertyValue(`--media-menu-layout`)?.trim();e.setAttribute(`media`,t===`row`?``:`width:0`)},_l=new WeakSet,vl=function(e){nl(this,al,e.relatedTarget),Xe(this,e.relatedTarget)||(this.hidden=!this.hidden)},yl=new WeakSet,bl=function(){var e;(e=X(this,al))==null||e.setAttribute(`aria-expanded`,`true`),this.addEventListener(`transitionend`,()=>this.focus(),{once:!0}),Ke(tu(this),X(this,Cl)),Ke(this,X(this,wl))},xl=new WeakSet,Sl=function(){var e;(e=X(this,al))==null||e.setAttribute(`aria-expanded`,`false`),qe(tu(this),X(this,Cl)),qe(this,X(this,wl))},Cl=new WeakMap,wl=new WeakMap,Tl=new WeakSet,El=function(e){if(this.hasAttribute(`mediacontroller`)&&!this.anchor||this.hidden||!this.anchorElement)return;let{x:t,y:n}=qc({anchor:this.anchorElement,floating:this,placement:`top-start`});e??=this.offsetWidth;let r=tu(this).getBoundingClientRect(),i=r.width-t-e,a=r.height-n-this.offsetHeight,{style:o}=X(this,ll);o.setProperty(`position`,`absolute`),o.setProperty(`right`,`${Math.max(0,i)}px`),o.setProperty(`--_menu-bottom`,`${a}px`);let s=getComputedStyle(this),c=o.getPropertyValue(`--_menu-bottom`)===s.bottom?a:parseFloat(s.bottom),l=r.height-c-parseFloat(s.marginBottom);this.style.setProperty(`--_menu-max-height`,`${l}px`)},Dl=new WeakSet,Ol=function(e){let t=this.querySelector(`[role="menuitem"][aria-haspopup][aria-expanded="true"]`),n=t?.querySelector(`[role="menu"]`),{style:r}=X(this,ll);if(e||r.setProperty(`--media-menu-transition-in`,`none`),n){let e=n.offsetHeight,r=Math.max(n.offsetWidth,t.offsetWidth);this.style.setProperty(`min-width`,`${r}px`),this.style.setProperty(`min-height`,`${e}px`),Q(this,Tl,El).call(this,r)}else this.style.removeProperty(`min-width`),this.style.removeProperty(`min-height`),Q(this,Tl,El).call(this);r.removeProperty(`--media-menu-transition-in`)},kl=new WeakSet,Al=function(e){var t;if(e.stopPropagation(),e.composedPath().includes(X(this,jl,Ml))){(t=X(this,il))==null||t.focus(),this.hidden=!0;return}let n=Q(this,Vl,Hl).call(this,e);n&&!n.hasAttribute(`disabled`)&&(Q(this,Gl,Kl).call(this,n),this.handleSelect(e))},jl=new WeakSet,Ml=function(){return this.shadowRoot.querySelector(`slot[name="header"]`).assignedElements({flatten:!0})?.find(e=>e.matches(`button[part~="back"]`))},Nl=new WeakSet,Pl=function(e){if(e.target===this)return;Q(this,Fl,Il).call(this);let t=Array.from(this.querySelectorAll(`[role="menuitem"][aria-haspopup]`));for(let n of t)n.invokeTargetElement!=e.target&&e.newState==`open`&&n.getAttribute(`aria-expanded`)==`true`&&!n.invokeTargetElement.hidden&&n.invokeTargetElement.dispatchEvent(new $c({relatedTarget:n}));for(let e of t)e.setAttribute(`aria-expanded`,`${!e.submenuElement.hidden}`);Q(this,Dl,Ol).call(this,!0)},Fl=new WeakSet,Il=function(){let e=this.querySelector(`[role="menuitem"] > [role="menu"]:not([hidden])`);this.container.classList.toggle(`has-expanded`,!!e)},Ll=new WeakSet,Rl=function(e){var t;Xe(this,e.relatedTarget)||(X(this,cl)&&((t=X(this,il))==null||t.focus()),X(this,al)&&X(this,al)!==e.relatedTarget&&!this.hidden&&(this.hidden=!0))},zl=new WeakSet,Bl=function(e){var t,n,r,i,a;let{key:o,ctrlKey:s,altKey:c,metaKey:l}=e;if(!(s||c||l)&&this.keysUsed.includes(o)){if(e.preventDefault(),e.stopPropagation(),o===`Tab`){if(X(this,cl)){this.hidden=!0;return}e.shiftKey?(n=(t=this.previousElementSibling)?.focus)==null||n.call(t):(i=(r=this.nextElementSibling)?.focus)==null||i.call(r),this.blur()}else o===`Escape`?((a=X(this,il))==null||a.focus(),X(this,cl)&&(this.hidden=!0)):o===`Enter`||o===` `?this.handleSelect(e):this.handleMove(e)}},Vl=new WeakSet,Hl=function(e){return e.composedPath().find(e=>[`menuitemradio`,`menuitemcheckbox`].includes(e.role))},Ul=new WeakSet,Wl=function(){return this.items.find(e=>e.tabIndex===0)},Gl=new WeakSet,Kl=function(e){for(let t of this.items)t.tabIndex=t===e?0:-1},ql=new WeakSet,Jl=function(e,t){let n=[...this.checkedItems];e.type===`radio`&&this.radioGroupItems.forEach(e=>e.checked=!1),e.checked=!t||!e.checked,this.checkedItems.some((e,t)=>e!=n[t])&&this.dispatchEvent(new Event(`change`,{bubbles:!0,composed:!0}))},$l.shadowRootOptions={mode:`open`},$l.getTemplateHTML=Zl;function eu(e){return[`menuitem`,`menuitemradio`,`menuitemcheckbox`].includes(e?.role)}function tu(e){return(e.getAttribute(`bounds`)?Ze(e,`#${e.getAttribute(`bounds`)}`):Je(e)||e.parentElement)??e}g.customElements.get(`media-chrome-menu`)||g.customElements.define(`media-chrome-menu`,$l);function nu(e){return`
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
  `}var ru=class extends $l{get anchorElement(){return this.anchor===`auto`?Je(this).querySelector(`media-settings-menu-button`):super.anchorElement}};ru.getTemplateHTML=nu,g.customElements.get(`media-settings-menu`)||g.customElements.define(`media-settings-menu`,ru);var iu=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},$=(e,t,n)=>(iu(e,t,`read from private field`),n?n.call(e):t.get(e)),au=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ou=(e,t,n,r)=>(iu(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),su=(e,t,n)=>(iu(e,t,`access private method`),n),cu,lu,uu,du,fu,pu,mu,hu,gu,_u,vu,yu,bu;function xu(e){return`
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
  `}function Su(e){return``}var Cu={TYPE:`type`,VALUE:`value`,CHECKED:`checked`,DISABLED:`disabled`},wu=class extends g.HTMLElement{constructor(){if(super(),au(this,uu),au(this,fu),au(this,mu),au(this,yu),au(this,cu,!1),au(this,lu,void 0),au(this,gu,()=>{this.submenuElement.items&&this.setAttribute(`submenusize`,`${this.submenuElement.items.length}`);let e=this.shadowRoot.querySelector(`slot[name="description"]`),t=this.submenuElement.checkedItems?.[0],n=t?.dataset.description??t?.text,r=_.createElement(`span`);r.textContent=n??``,e.replaceChildren(r)}),au(this,_u,e=>{let{key:t}=e;this.keysUsed.includes(t)?this.handleClick(e):this.removeEventListener(`keyup`,$(this,_u))}),au(this,vu,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!this.keysUsed.includes(r)?this.removeEventListener(`keyup`,$(this,_u)):this.addEventListener(`keyup`,$(this,_u),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=S(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[Cu.TYPE,Cu.DISABLED,Cu.CHECKED,Cu.VALUE]}enable(){this.hasAttribute(`tabindex`)||this.setAttribute(`tabindex`,`-1`),Tu(this)&&!this.hasAttribute(`aria-checked`)&&this.setAttribute(`aria-checked`,`false`),this.addEventListener(`click`,this),this.addEventListener(`keydown`,this)}disable(){this.removeAttribute(`tabindex`),this.removeEventListener(`click`,this),this.removeEventListener(`keydown`,this),this.removeEventListener(`keyup`,this)}handleEvent(e){switch(e.type){case`slotchange`:su(this,uu,du).call(this,e);break;case`click`:this.handleClick(e);break;case`keydown`:$(this,vu).call(this,e);break;case`keyup`:$(this,_u).call(this,e)}}attributeChangedCallback(e,t,n){e===Cu.CHECKED&&Tu(this)&&!$(this,cu)?this.setAttribute(`aria-checked`,n==null?`false`:`true`):e===Cu.TYPE&&n!==t?this.role=`menuitem`+n:e===Cu.DISABLED&&n!==t&&(n==null?this.enable():this.disable())}connectedCallback(){this.hasAttribute(Cu.DISABLED)||this.enable(),this.role=`menuitem`+this.type,ou(this,lu,Eu(this,this.parentNode)),su(this,yu,bu).call(this),this.submenuElement&&su(this,fu,pu).call(this),this.shadowRoot.addEventListener(`slotchange`,this)}disconnectedCallback(){this.disable(),su(this,yu,bu).call(this),ou(this,lu,null),this.shadowRoot.removeEventListener(`slotchange`,this)}get invokeTarget(){return this.getAttribute(`invoketarget`)}set invokeTarget(e){this.setAttribute(`invoketarget`,`${e}`)}get invokeTargetElement(){return this.invokeTarget?$e(this)?.querySelector(`#${this.invokeTarget}`):this.submenuElement}get submenuElement(){return this.shadowRoot.querySelector(`slot[name="submenu"]`).assignedElements({flatten:!0})[0]}get type(){return this.getAttribute(Cu.TYPE)??``}set type(e){this.setAttribute(Cu.TYPE,`${e}`)}get value(){return this.getAttribute(Cu.VALUE)??this.text}set value(e){this.setAttribute(Cu.VALUE,e)}get text(){return(this.textContent??``).trim()}get checked(){if(Tu(this))return this.getAttribute(`aria-checked`)===`true`}set checked(e){Tu(this)&&(ou(this,cu,!0),this.setAttribute(`aria-checked`,e?`true`:`false`),e?this.part.add(`checked`):this.part.remove(`checked`))}handleClick(e){Tu(this)||this.invokeTargetElement&&Xe(this,e.target)&&this.invokeTargetElement.dispatchEvent(new $c({relatedTarget:this}))}get keysUsed(){return[`Enter`,` `]}};cu=new WeakMap,lu=new WeakMap,uu=new WeakSet,du=function(e){let t=e.target;if(!t?.name)for(let e of t.assignedNodes({flatten:!0}))e instanceof Text&&e.textContent.trim()===``&&e.remove();t.name===`submenu`&&(this.submenuElement?su(this,fu,pu).call(this):su(this,mu,hu).call(this))},fu=new WeakSet,pu=async function(){this.setAttribute(`aria-haspopup`,`menu`),this.setAttribute(`aria-expanded`,`${!this.submenuElement.hidden}`),this.submenuElement.addEventListener(`change`,$(this,gu)),this.submenuElement.addEventListener(`addmenuitem`,$(this,gu)),this.submenuElement.addEventListener(`removemenuitem`,$(this,gu)),$(this,gu).call(this)},mu=new WeakSet,hu=function(){this.removeAttribute(`aria-haspopup`),this.removeAttribute(`aria-expanded`),this.submenuElement.removeEventListener(`change`,$(this,gu)),this.submenuElement.removeEventListener(`addmenuitem`,$(this,gu)),this.submenuElement.removeEventListener(`removemenuitem`,$(this,gu)),$(this,gu).call(this)},gu=new WeakMap,_u=new WeakMap,vu=new WeakMap,yu=new WeakSet,bu=function(){let e=$(this,lu)?.radioGroupItems;if(!e)return;let t=e.filter(e=>e.getAttribute(`aria-checked`)===`true`).pop();t||=e[0];for(let t of e)t.setAttribute(`aria-checked`,`false`);t?.setAttribute(`aria-checked`,`true`)},wu.shadowRootOptions={mode:`open`},wu.getTemplateHTML=xu,wu.getSuffixSlotInnerHTML=Su;function Tu(e){return e.type===`radio`||e.type===`checkbox`}function Eu(e,t){if(!e)return null;let{host:n}=e.getRootNode();return!t&&n?Eu(e,n):t?.items?t:Eu(t,t?.parentNode)}g.customElements.get(`media-chrome-menu-item`)||g.customElements.define(`media-chrome-menu-item`,wu);function Du(e){return`
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
  `}var ku=class extends wu{};ku.shadowRootOptions={mode:`open`},ku.getTemplateHTML=Du,ku.getSuffixSlotInnerHTML=Ou,g.customElements.get(`media-settings-menu-item`)||g.customElements.define(`media-settings-menu-item`,ku);var Au=class extends H{connectedCallback(){super.connectedCallback(),this.invokeTargetElement&&this.setAttribute(`aria-haspopup`,`menu`)}get invokeTarget(){return this.getAttribute(`invoketarget`)}set invokeTarget(e){this.setAttribute(`invoketarget`,`${e}`)}get invokeTargetElement(){return this.invokeTarget?$e(this)?.querySelector(`#${this.invokeTarget}`):null}handleClick(){var e;(e=this.invokeTargetElement)==null||e.dispatchEvent(new $c({relatedTarget:this}))}};g.customElements.get(`media-chrome-menu-button`)||g.customElements.define(`media-chrome-menu-button`,Au);function ju(){return`
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
  `}function Mu(){return j(`Settings`)}var Nu=class extends Au{static get observedAttributes(){return[...super.observedAttributes,`target`]}connectedCallback(){super.connectedCallback(),this.setAttribute(`aria-label`,j(`settings`))}get invokeTargetElement(){return this.invokeTarget==null?Je(this).querySelector(`media-settings-menu`):super.invokeTargetElement}};Nu.getSlotTemplateHTML=ju,Nu.getTooltipContentHTML=Mu,g.customElements.get(`media-settings-menu-button`)||g.customElements.define(`media-settings-menu-button`,Nu);var Pu=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Fu=(e,t,n)=>(Pu(e,t,`read from private field`),n?n.call(e):t.get(e)),Iu=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Lu=(e,t,n,r)=>(Pu(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Ru=(e,t,n)=>(Pu(e,t,`access private method`),n),zu,Bu,Vu,Hu,Uu,Wu,Gu=class extends $l{constructor(){super(...arguments),Iu(this,Vu),Iu(this,Uu),Iu(this,zu,[]),Iu(this,Bu,{})}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_RENDITION_LIST,b.MEDIA_RENDITION_SELECTED,b.MEDIA_RENDITION_UNAVAILABLE,b.MEDIA_HEIGHT,b.MEDIA_WIDTH]}static formatMenuItemText(e,t){return super.formatMenuItemText(e,t)}static formatRendition(e,{showBitrate:t=!1}={}){let n=`${Math.min(e.width,e.height)}p`;if(t&&e.bitrate){let t=e.bitrate/1e6;return`${n} (${`${t.toFixed(+(t<1))} Mbps`})`}return this.formatMenuItemText(n,e)}static compareRendition(e,t){return t.height===e.height?(t.bitrate??0)-(e.bitrate??0):t.height-e.height}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),t!==n)switch(e){case b.MEDIA_RENDITION_SELECTED:this.value=n??`auto`,Ru(this,Vu,Hu).call(this);break;case b.MEDIA_RENDITION_LIST:Lu(this,zu,Hn(n)),Ru(this,Vu,Hu).call(this);break;case b.MEDIA_HEIGHT:case b.MEDIA_WIDTH:Ru(this,Vu,Hu).call(this)}}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,Ru(this,Uu,Wu))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,Ru(this,Uu,Wu))}get anchorElement(){return this.anchor===`auto`?Je(this).querySelector(`media-rendition-menu-button`):super.anchorElement}get mediaRenditionList(){return Fu(this,zu)}set mediaRenditionList(e){Lu(this,zu,e),Ru(this,Vu,Hu).call(this)}get mediaRenditionSelected(){return O(this,b.MEDIA_RENDITION_SELECTED)}set mediaRenditionSelected(e){k(this,b.MEDIA_RENDITION_SELECTED,e)}get mediaHeight(){return w(this,b.MEDIA_HEIGHT)}set mediaHeight(e){T(this,b.MEDIA_HEIGHT,e)}get mediaWidth(){return w(this,b.MEDIA_WIDTH)}set mediaWidth(e){T(this,b.MEDIA_WIDTH,e)}compareRendition(e,t){return this.constructor.compareRendition(e,t)}formatMenuItemText(e,t){return this.constructor.formatMenuItemText(e,t)}formatRendition(e,t){return this.constructor.formatRendition(e,t)}showRenditionBitrate(e){return this.mediaRenditionList.some(t=>t!==e&&t.height===e.height&&t.bitrate!==e.bitrate)}};zu=new WeakMap,Bu=new WeakMap,Vu=new WeakSet,Hu=function(){let e=!this.mediaRenditionSelected;if(Fu(this,Bu).mediaRenditionList===JSON.stringify(this.mediaRenditionList)&&Fu(this,Bu).mediaHeight===this.mediaHeight&&Fu(this,Bu).mediaWidth===this.mediaWidth&&Fu(this,Bu).isAuto===e)return;Fu(this,Bu).mediaRenditionList=JSON.stringify(this.mediaRenditionList),Fu(this,Bu).mediaHeight=this.mediaHeight,Fu(this,Bu).mediaWidth=this.mediaWidth,Fu(this,Bu).isAuto=e;let t=this.mediaRenditionList.sort(this.compareRendition.bind(this)),n=t.find(e=>e.id===this.mediaRenditionSelected);for(let e of t)e.selected=e===n;this.defaultSlot.textContent=``;for(let n of t){let t=Yl({type:`radio`,text:this.formatRendition(n,{showBitrate:this.showRenditionBitrate(n)}),value:`${n.id}`,checked:n.selected&&!e});t.prepend(Xl(this,`checked-indicator`)),this.defaultSlot.append(t)}let r=n&&this.showRenditionBitrate(n),i;e&&(n?i=this.formatMenuItemText(`${j(`Auto`)} \u2022 ${this.formatRendition(n,{showBitrate:r})}`,n):this.mediaHeight>0&&this.mediaWidth>0&&(i=this.formatMenuItemText(`${j(`Auto`)} (${Math.min(this.mediaWidth,this.mediaHeight)}p)`))),i||=this.formatMenuItemText(j(`Auto`));let a=Yl({type:`radio`,text:i,value:`auto`,checked:e});a.dataset.description=i,a.prepend(Xl(this,`checked-indicator`)),this.defaultSlot.append(a)},Uu=new WeakSet,Wu=function(){if(this.value==null)return;let e=new g.CustomEvent(v.MEDIA_RENDITION_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},g.customElements.get(`media-rendition-menu`)||g.customElements.define(`media-rendition-menu`,Gu);var Ku=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},qu=(e,t,n)=>(Ku(e,t,`read from private field`),n?n.call(e):t.get(e)),Ju=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Yu=(e,t,n,r)=>(Ku(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Xu=(e,t,n)=>(Ku(e,t,`access private method`),n),Zu,Qu,$u,ed,td,nd,rd=class extends $l{constructor(){super(...arguments),Ju(this,$u),Ju(this,td),Ju(this,Zu,[]),Ju(this,Qu,void 0)}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_AUDIO_TRACK_LIST,b.MEDIA_AUDIO_TRACK_ENABLED,b.MEDIA_AUDIO_TRACK_UNAVAILABLE]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_AUDIO_TRACK_ENABLED&&t!==n?this.value=n:e===b.MEDIA_AUDIO_TRACK_LIST&&t!==n&&(Yu(this,Zu,Kn(n??``)),Xu(this,$u,ed).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,Xu(this,td,nd))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,Xu(this,td,nd))}get anchorElement(){return this.anchor===`auto`?Je(this)?.querySelector(`media-audio-track-menu-button`):super.anchorElement}get mediaAudioTrackList(){return qu(this,Zu)}set mediaAudioTrackList(e){Yu(this,Zu,e),Xu(this,$u,ed).call(this)}get mediaAudioTrackEnabled(){return O(this,b.MEDIA_AUDIO_TRACK_ENABLED)??``}set mediaAudioTrackEnabled(e){k(this,b.MEDIA_AUDIO_TRACK_ENABLED,e)}};Zu=new WeakMap,Qu=new WeakMap,$u=new WeakSet,ed=function(){if(qu(this,Qu)===JSON.stringify(this.mediaAudioTrackList))return;Yu(this,Qu,JSON.stringify(this.mediaAudioTrackList));let e=this.mediaAudioTrackList;this.defaultSlot.textContent=``,e.sort((e,t)=>e.id.localeCompare(t.id,void 0,{numeric:!0}));for(let t of e){let e=Yl({type:`radio`,text:this.formatMenuItemText(t.label,t),value:`${t.id}`,checked:t.enabled});e.prepend(Xl(this,`checked-indicator`)),this.defaultSlot.append(e)}},td=new WeakSet,nd=function(){if(this.value==null)return;let e=new g.CustomEvent(v.MEDIA_AUDIO_TRACK_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},g.customElements.get(`media-audio-track-menu`)||g.customElements.define(`media-audio-track-menu`,rd);var id=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},ad=(e,t,n)=>(id(e,t,`read from private field`),n?n.call(e):t.get(e)),od=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},sd=(e,t,n,r)=>(id(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),cd=(e,t,n)=>(id(e,t,`access private method`),n),ld,ud,dd,fd,pd,md=`
  <svg aria-hidden="true" viewBox="0 0 26 24" part="captions-indicator indicator">
    <path d="M22.83 5.68a2.58 2.58 0 0 0-2.3-2.5c-3.62-.24-11.44-.24-15.06 0a2.58 2.58 0 0 0-2.3 2.5c-.23 4.21-.23 8.43 0 12.64a2.58 2.58 0 0 0 2.3 2.5c3.62.24 11.44.24 15.06 0a2.58 2.58 0 0 0 2.3-2.5c.23-4.21.23-8.43 0-12.64Zm-11.39 9.45a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.92 3.92 0 0 1 .92-2.77 3.18 3.18 0 0 1 2.43-1 2.94 2.94 0 0 1 2.13.78c.364.359.62.813.74 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.17 1.61 1.61 0 0 0-1.29.58 2.79 2.79 0 0 0-.5 1.89 3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.48 1.48 0 0 0 1-.37 2.1 2.1 0 0 0 .59-1.14l1.4.44a3.23 3.23 0 0 1-1.07 1.69Zm7.22 0a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.88 3.88 0 0 1 .93-2.77 3.14 3.14 0 0 1 2.42-1 3 3 0 0 1 2.16.82 2.8 2.8 0 0 1 .73 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.21 1.61 1.61 0 0 0-1.29.58A2.79 2.79 0 0 0 15 12a3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.44 1.44 0 0 0 1-.37 2.1 2.1 0 0 0 .6-1.15l1.4.44a3.17 3.17 0 0 1-1.1 1.7Z"/>
  </svg>`;function hd(e){return`
    ${$l.getTemplateHTML(e)}
    <slot name="captions-indicator" hidden>${md}</slot>
  `}var gd=class extends $l{constructor(){super(...arguments),od(this,ud),od(this,fd),od(this,ld,void 0)}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_SUBTITLES_LIST,b.MEDIA_SUBTITLES_SHOWING]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_SUBTITLES_LIST&&t!==n?cd(this,ud,dd).call(this):e===b.MEDIA_SUBTITLES_SHOWING&&t!==n&&(this.value=n||``,cd(this,ud,dd).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,cd(this,fd,pd))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,cd(this,fd,pd))}get anchorElement(){return this.anchor===`auto`?Je(this).querySelector(`media-captions-menu-button`):super.anchorElement}get mediaSubtitlesList(){return _d(this,b.MEDIA_SUBTITLES_LIST)}set mediaSubtitlesList(e){vd(this,b.MEDIA_SUBTITLES_LIST,e)}get mediaSubtitlesShowing(){return _d(this,b.MEDIA_SUBTITLES_SHOWING)}set mediaSubtitlesShowing(e){vd(this,b.MEDIA_SUBTITLES_SHOWING,e)}};ld=new WeakMap,ud=new WeakSet,dd=function(){let e=ad(this,ld)!==JSON.stringify(this.mediaSubtitlesList),t=this.value!==this.getAttribute(b.MEDIA_SUBTITLES_SHOWING);if(!e&&!t)return;sd(this,ld,JSON.stringify(this.mediaSubtitlesList)),this.defaultSlot.textContent=``;let n=!this.value,r=Yl({type:`radio`,text:this.formatMenuItemText(j(`Off`)),value:`off`,checked:n});r.prepend(Xl(this,`checked-indicator`)),this.defaultSlot.append(r);let i=this.mediaSubtitlesList;for(let e of i){let t=Yl({type:`radio`,text:this.formatMenuItemText(e.label,e),value:tr(e),checked:this.value==tr(e)});t.prepend(Xl(this,`checked-indicator`)),(e.kind??`subs`)===`captions`&&t.append(Xl(this,`captions-indicator`)),this.defaultSlot.append(t)}},fd=new WeakSet,pd=function(){let e=this.mediaSubtitlesShowing,t=this.getAttribute(b.MEDIA_SUBTITLES_SHOWING),n=this.value!==t;if(e?.length&&n&&this.dispatchEvent(new g.CustomEvent(v.MEDIA_DISABLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0,detail:e})),!this.value||!n)return;let r=new g.CustomEvent(v.MEDIA_SHOW_SUBTITLES_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(r)},gd.getTemplateHTML=hd;var _d=(e,t)=>{let n=e.getAttribute(t);return n?$n(n):[]},vd=(e,t,n)=>{if(!n?.length){e.removeAttribute(t);return}let r=nr(n);e.getAttribute(t)!==r&&e.setAttribute(t,r)};g.customElements.get(`media-captions-menu`)||g.customElements.define(`media-captions-menu`,gd);var yd=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},bd=(e,t,n)=>(yd(e,t,`read from private field`),n?n.call(e):t.get(e)),xd=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Sd,Cd={RATES:`rates`},wd=[1,1.2,1.5,1.7,2];function Td(e){return Math.round(e*100)/100}function Ed(e){return`
    <style>
      :host {
        min-width: 5ch;
        padding: var(--media-button-padding, var(--media-control-padding, 10px 5px));
      }
    </style>
    <slot name="icon">${e.mediaplaybackrate?Td(+e.mediaplaybackrate):1}x</slot>
  `}function Dd(){return j(`Playback rate`)}var Od=class extends H{constructor(){super(),xd(this,Sd,new Bn(this,Cd.RATES,{defaultValue:wd})),this.container=this.shadowRoot.querySelector(`slot[name="icon"]`),this.container.innerHTML=`${Td(this.mediaPlaybackRate??1)}x`}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PLAYBACK_RATE,Cd.RATES]}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),e===Cd.RATES&&(bd(this,Sd).value=n),e===b.MEDIA_PLAYBACK_RATE){let e=n?+n:NaN,t=Td(Number.isNaN(e)?1:e);this.container.innerHTML=`${t}x`,this.setAttribute(`aria-label`,j(`Playback rate {playbackRate}`,{playbackRate:t}))}}get rates(){return bd(this,Sd)}set rates(e){e?Array.isArray(e)?bd(this,Sd).value=e.join(` `):typeof e==`string`&&(bd(this,Sd).value=e):bd(this,Sd).value=``}get mediaPlaybackRate(){return w(this,b.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){T(this,b.MEDIA_PLAYBACK_RATE,e)}handleClick(){let e=Array.from(bd(this,Sd).values(),e=>+e).sort((e,t)=>e-t),t=e.find(e=>e>this.mediaPlaybackRate)??e[0]??1,n=new g.CustomEvent(v.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(n)}};Sd=new WeakMap,Od.getSlotTemplateHTML=Ed,Od.getTooltipContentHTML=Dd,g.customElements.get(`media-playback-rate-button`)||g.customElements.define(`media-playback-rate-button`,Od);var kd=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ad=(e,t,n)=>(kd(e,t,`read from private field`),n?n.call(e):t.get(e)),jd=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Md=(e,t,n)=>(kd(e,t,`access private method`),n),Nd,Pd,Fd,Id,Ld,Rd={RATES:`rates`},zd=class extends $l{constructor(){super(),jd(this,Pd),jd(this,Id),jd(this,Nd,new Bn(this,Rd.RATES,{defaultValue:wd})),Md(this,Pd,Fd).call(this)}static get observedAttributes(){return[...super.observedAttributes,b.MEDIA_PLAYBACK_RATE,Rd.RATES]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===b.MEDIA_PLAYBACK_RATE&&t!=n?(this.value=n,Md(this,Pd,Fd).call(this)):e===Rd.RATES&&t!=n&&(Ad(this,Nd).value=n,Md(this,Pd,Fd).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,Md(this,Id,Ld))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,Md(this,Id,Ld))}get anchorElement(){return this.anchor===`auto`?Je(this).querySelector(`media-playback-rate-menu-button`):super.anchorElement}get rates(){return Ad(this,Nd)}set rates(e){e?Array.isArray(e)?Ad(this,Nd).value=e.join(` `):typeof e==`string`&&(Ad(this,Nd).value=e):Ad(this,Nd).value=``,Md(this,Pd,Fd).call(this)}get mediaPlaybackRate(){return w(this,b.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){T(this,b.MEDIA_PLAYBACK_RATE,e)}};Nd=new WeakMap,Pd=new WeakSet,Fd=function(){this.defaultSlot.textContent=``;let e=Td(this.mediaPlaybackRate),t=new Set(Array.from(Ad(this,Nd)).map(e=>Td(Number(e))));e>0&&!t.has(e)&&t.add(e);let n=Array.from(t).sort((e,t)=>e-t);for(let t of n){let n=Yl({type:`radio`,text:this.formatMenuItemText(`${t}x`,t),value:t.toString(),checked:e===t});n.prepend(Xl(this,`checked-indicator`)),this.defaultSlot.append(n)}},Id=new WeakSet,Ld=function(){if(!this.value)return;let e=new g.CustomEvent(v.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},g.customElements.get(`media-playback-rate-menu`)||g.customElements.define(`media-playback-rate-menu`,zd);function Bd(e,t){let n=document.createElement(`media-controller`);n.className=`vp`,n.setAttribute(`aria-label`,e.title),n.setAttribute(`defaultstreamtype`,e.live?`live`:`on-demand`),e.duration_s&&n.setAttribute(`defaultduration`,String(e.duration_s));for(let e of[`nohotkeys`,`novolumepref`,`nomutedpref`,`nosubtitleslangpref`])n.setAttribute(e,``);return n.innerHTML=Ud()+(t?Wd()+Kd(e):``),e.poster&&n.prepend(Hd(e.poster)),n}function Vd(e){e.querySelector(`media-captions-button`)?.setAttribute(`role`,`switch`)}function Hd(e){let t=document.createElement(`media-poster-image`);return t.slot=`poster`,t.setAttribute(`src`,e),t}function Ud(){return`
    <media-play-button slot="centered-chrome" class="vp-big" notooltip></media-play-button>
    <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
    <div slot="centered-chrome" class="vp-message" role="alert" hidden>
      <p></p><button type="button">Try again</button>
    </div>`}function Wd(){return`
    <media-settings-menu hidden anchor="auto">
      ${Gd(`Quality`,`media-rendition-menu`)}
      ${Gd(`Speed`,`media-playback-rate-menu`,`rates="${t.join(` `)}"`)}
      ${Gd(`Audio`,`media-audio-track-menu`)}
      ${Gd(`Captions`,`media-captions-menu`)}
    </media-settings-menu>`}function Gd(e,t,n=``){return`
    <media-settings-menu-item class="vp-item-${e.toLowerCase()}">${e}
      <${t} slot="submenu" hidden ${n}><div slot="title">${e}</div></${t}>
    </media-settings-menu-item>`}function Kd(e){return`
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
    </media-control-bar>`}var qd=5,Jd=10,Yd=.05,Xd={" ":tf,k:tf,ArrowLeft:e=>nf(e,-5),ArrowRight:e=>nf(e,qd),j:e=>nf(e,-10),l:e=>nf(e,Jd),ArrowUp:e=>rf(e,Yd),ArrowDown:e=>rf(e,-.05),m:({video:e})=>void(e.muted=!e.muted),f:of,c:sf,"<":e=>af(e,-1),">":e=>af(e,1)};for(let e=0;e<=9;e++)Xd[String(e)]=({video:t})=>void(t.currentTime=(t.duration||0)*e/10);var Zd=new Set([`ArrowUp`,`ArrowDown`]);function Qd(e,t){let n=t=>{let n=t,r=Xd[n.key.length===1?n.key.toLowerCase():n.key];r&&$d(n,e.root)&&(n.preventDefault(),r(e))};return t.addEventListener(`keydown`,n),()=>t.removeEventListener(`keydown`,n)}function $d(e,t){if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey)return!1;let n=e.composedPath()[0];return e.composedPath().includes(t)?!ef(e):Zd.has(e.key)?!1:n===document.body||!n.closest(`input, textarea, select, button, a, summary`)}function ef(e){let t=e.key===` `?`Space`:e.key;return e.composedPath().some(n=>n instanceof HTMLElement?(n.getAttribute(`keysused`)?.split(` `)??n.keysUsed)?.some(n=>n===t||n===e.key)??!1:!1)}function tf({video:e}){e.paused?e.play().catch(()=>void 0):e.pause()}function nf({video:e},t){let n=Number.isFinite(e.duration)?e.duration:1/0;e.currentTime=Math.min(Math.max(e.currentTime+t,0),n)}function rf({video:e},t){e.volume=Math.min(Math.max(e.volume+t,0),1),e.muted=!1}function af({video:e},n){let r=(n>0?t:[...t].reverse()).find(t=>(t-e.playbackRate)*n>0);r&&(e.playbackRate=r)}function of({root:e}){let t=`media${document.fullscreenElement===e?`exit`:`enter`}fullscreenrequest`;e.dispatchEvent(new CustomEvent(t,{bubbles:!0,composed:!0}))}function sf({video:t}){if(i(t))return e(t,null);let a=r(t),o=a.find(e=>e.language===n().captions)??a[0];o&&e(t,o.language)}var cf=c({Player:()=>uf});Se(HTMLVideoElement);var lf=`application/vnd.apple.mpegurl`,uf=class{video;config;options;tuning;root;#e=null;#t=null;#n;constructor(e,t,n,r,i=`page`,o={}){this.video=t,this.config=n,this.options=r,this.tuning=o,this.root=Bd(n,r.controls),this.#i(),this.root.append(t),e.replaceWith(this.root),Vd(this.root),a(t,r.rate,r.captions),this.update(n),this.#n=Qd(this,i===`page`?document:this.root),this.#r.querySelector(`button`)?.addEventListener(`click`,()=>void this.retry()),t.addEventListener(`play`,()=>void this.load()),r.autoplay&&this.play()}load(){return this.#t??=this.#a()}async play(){await this.load(),await this.video.play().catch(()=>void 0)}async retry(){this.#r.hidden=!0,this.#e?.destroy(),this.#e=null,this.#t=null,await this.play()}update(t){this.config=t;let r=new Set([...this.video.querySelectorAll(`track`)].map(e=>e.src)),i=(e,t,n={})=>{let i=Object.assign(document.createElement(`track`),{kind:e,src:t,...n});r.has(i.src)||(this.video.append(i),e!==`captions`&&(i.track.mode=`hidden`))};for(let e of df(t.captions))i(`captions`,e.src,e);t.chapters&&i(`chapters`,t.chapters),t.storyboard&&i(`metadata`,t.storyboard,{label:`thumbnails`});let a=this.options.captions??n().captions;a&&e(this.video,a)}async reload(){await this.#e?.reload()}dispose(){this.#n(),this.#e?.destroy(),this.root.remove()}get qualities(){return this.video.videoRenditions.length}get#r(){return this.root.querySelector(`.vp-message`)}#i(){let{video:e,options:t,config:n}=this;e.slot=`media`,e.controls=!1,e.playsInline=!0,e.crossOrigin=`anonymous`,e.preload=`none`,e.loop=t.loop,e.muted=t.muted,n.poster&&(e.poster=``);let{stopAt_s:r}=t;if(r===null)return;let i=()=>{e.currentTime<r||(e.removeEventListener(`timeupdate`,i),e.pause())};e.addEventListener(`timeupdate`,i)}async#a(){let{video:e,config:t,options:n}=this;if(!(`MediaSource`in window||`ManagedMediaSource`in window)&&e.canPlayType(lf)){e.src=n.startAt_s?`${t.hls}#t=${n.startAt_s}`:t.hls;return}let r=!1;try{let{Engine:i}=await o(async()=>{let{Engine:e}=await import(`./hls.js`);return{Engine:e}},[],import.meta.url);r=!e.paused,this.#e=await i.attach(e,{source:t.hls,startAt_s:n.startAt_s,live:t.live??!1,hasCaptions:t.captions.length>0,tuning:this.tuning,onFatal:()=>this.#o()})}catch{this.#o()}r&&await e.play().catch(()=>void 0)}#o(){this.#r.hidden=!1,this.#r.querySelector(`p`).textContent=`The video cannot be loaded right now.`,this.video.dispatchEvent(new CustomEvent(`playerfailed`))}};function df(e){let t=[n().captions,...navigator.languages],r=({srclang:e})=>{let n=t.findIndex(t=>t?.split(`-`)[0]===e.split(`-`)[0]);return n<0?t.length:n};return[...e].sort((e,t)=>r(e)-r(t))}export{cf as n,uf as t};