import{a as e,c as t,i as n,l as r,n as i,o as a,r as o,s,t as c,u as l}from"./preload-helper.js";var u=Object.defineProperty,d=(e,t)=>{let n={};for(var r in e)u(n,r,{get:e[r],enumerable:!0});return t||u(n,Symbol.toStringTag,{value:`Module`}),n},f=class extends Event{track;constructor(e,t){super(e),this.track=t.track}},p=new WeakMap;function m(e){return p.get(e)??ee(e,{})}function ee(e,t){let n=p.get(e);return n||p.set(e,n={}),Object.assign(n,t)}function te(e,t){let n=e.videoTracks;m(t).media=new WeakRef(e),m(t).renditionSet||(m(t).renditionSet=new Set);let r=m(n).trackSet;r.add(t);let i=r.size-1;i in ie.prototype||Object.defineProperty(ie.prototype,i,{get(){return[...m(this).trackSet][i]}}),queueMicrotask(()=>{n.dispatchEvent(new f(`addtrack`,{track:t}))})}function ne(e){let t=m(e).media?.deref()?.videoTracks;t&&(m(t).trackSet.delete(e),queueMicrotask(()=>{t.dispatchEvent(new f(`removetrack`,{track:e}))}))}function re(e){let t=m(e).media?.deref()?.videoTracks??[],n=!1;for(let r of t)r!==e&&(r.selected=!1,n=!0);if(n){if(m(t).changeRequested)return;m(t).changeRequested=!0,queueMicrotask(()=>{delete m(t).changeRequested,t.dispatchEvent(new Event(`change`))})}}var ie=class extends EventTarget{#e;#t;#n;constructor(){super(),m(this).trackSet=new Set}get#r(){return m(this).trackSet}[Symbol.iterator](){return this.#r.values()}get length(){return this.#r.size}getTrackById(e){return[...this.#r].find(t=>t.id===e)??null}get selectedIndex(){return[...this.#r].findIndex(e=>e.selected)}get onaddtrack(){return this.#e}set onaddtrack(e){this.#e&&=(this.removeEventListener(`addtrack`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addtrack`,e))}get onremovetrack(){return this.#t}set onremovetrack(e){this.#t&&=(this.removeEventListener(`removetrack`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removetrack`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},ae=class extends Event{rendition;constructor(e,t){super(e),this.rendition=t.rendition}};function oe(e,t){let n=m(e).media?.deref()?.videoRenditions;m(t).media=m(e).media,m(t).track=e;let r=m(e).renditionSet;r.add(t);let i=r.size-1;i in ue.prototype||Object.defineProperty(ue.prototype,i,{get(){return le(this)[i]}}),queueMicrotask(()=>{n&&e.selected&&n.dispatchEvent(new ae(`addrendition`,{rendition:t}))})}function se(e){let t=m(e).media?.deref()?.videoRenditions,n=m(e).track;m(n).renditionSet.delete(e),queueMicrotask(()=>{let n=m(e).track;t&&n.selected&&t.dispatchEvent(new ae(`removerendition`,{rendition:e}))})}function ce(e){let t=m(e).media?.deref()?.videoRenditions;t&&!m(t).changeRequested&&(m(t).changeRequested=!0,queueMicrotask(()=>{delete m(t).changeRequested,m(e).track.selected&&t.dispatchEvent(new Event(`change`))}))}function le(e){let t=m(e).media?.deref();return t?[...t.videoTracks].filter(e=>e.selected).flatMap(e=>[...m(e).renditionSet]):[]}var ue=class extends EventTarget{#e;#t;#n;[Symbol.iterator](){return le(this).values()}get length(){return le(this).length}getRenditionById(e){return le(this).find(t=>`${t.id}`==`${e}`)??null}get selectedIndex(){return le(this).findIndex(e=>e.selected)}set selectedIndex(e){for(let[t,n]of le(this).entries())n.selected=t===e}get onaddrendition(){return this.#e}set onaddrendition(e){this.#e&&=(this.removeEventListener(`addrendition`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addrendition`,e))}get onremoverendition(){return this.#t}set onremoverendition(e){this.#t&&=(this.removeEventListener(`removerendition`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removerendition`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},de=class{src;id;width;height;bitrate;frameRate;codec;#e=!1;get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,ce(this))}},fe=class{id;kind;label=``;language=``;sourceBuffer;#e=!1;addRendition(e,t,n,r,i,a){let o=new de;return o.src=e,o.width=t,o.height=n,o.frameRate=a,o.bitrate=i,o.codec=r,oe(this,o),o}removeRendition(e){se(e)}get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,e===!0&&re(this))}};function pe(e,t){let n=m(e).media?.deref()?.audioRenditions;m(t).media=m(e).media,m(t).track=e;let r=m(e).renditionSet;r.add(t);let i=r.size-1;i in _e.prototype||Object.defineProperty(_e.prototype,i,{get(){return ge(this)[i]}}),queueMicrotask(()=>{n&&e.enabled&&n.dispatchEvent(new ae(`addrendition`,{rendition:t}))})}function me(e){let t=m(e).media?.deref()?.audioRenditions,n=m(e).track;m(n).renditionSet.delete(e),queueMicrotask(()=>{let n=m(e).track;t&&n.enabled&&t.dispatchEvent(new ae(`removerendition`,{rendition:e}))})}function he(e){let t=m(e).media?.deref()?.audioRenditions;t&&!m(t).changeRequested&&(m(t).changeRequested=!0,queueMicrotask(()=>{delete m(t).changeRequested,m(e).track.enabled&&t.dispatchEvent(new Event(`change`))}))}function ge(e){let t=m(e).media?.deref();return t?[...t.audioTracks].filter(e=>e.enabled).flatMap(e=>[...m(e).renditionSet]):[]}var _e=class extends EventTarget{#e;#t;#n;[Symbol.iterator](){return ge(this).values()}get length(){return ge(this).length}getRenditionById(e){return ge(this).find(t=>`${t.id}`==`${e}`)??null}get selectedIndex(){return ge(this).findIndex(e=>e.selected)}set selectedIndex(e){for(let[t,n]of ge(this).entries())n.selected=t===e}get onaddrendition(){return this.#e}set onaddrendition(e){this.#e&&=(this.removeEventListener(`addrendition`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addrendition`,e))}get onremoverendition(){return this.#t}set onremoverendition(e){this.#t&&=(this.removeEventListener(`removerendition`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removerendition`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},ve=class{src;id;bitrate;codec;#e=!1;get selected(){return this.#e}set selected(e){this.#e!==e&&(this.#e=e,he(this))}};function ye(e,t){let n=e.audioTracks;m(t).media=new WeakRef(e),m(t).renditionSet||(m(t).renditionSet=new Set);let r=m(n).trackSet;r.add(t);let i=r.size-1;i in Se.prototype||Object.defineProperty(Se.prototype,i,{get(){return[...m(this).trackSet][i]}}),queueMicrotask(()=>{n.dispatchEvent(new f(`addtrack`,{track:t}))})}function be(e){let t=m(e).media?.deref()?.audioTracks;t&&(m(t).trackSet.delete(e),queueMicrotask(()=>{t.dispatchEvent(new f(`removetrack`,{track:e}))}))}function xe(e){let t=m(e).media?.deref()?.audioTracks;t&&!m(t).changeRequested&&(m(t).changeRequested=!0,queueMicrotask(()=>{delete m(t).changeRequested,t.dispatchEvent(new Event(`change`))}))}var Se=class extends EventTarget{#e;#t;#n;constructor(){super(),m(this).trackSet=new Set}get#r(){return m(this).trackSet}[Symbol.iterator](){return this.#r.values()}get length(){return this.#r.size}getTrackById(e){return[...this.#r].find(t=>t.id===e)??null}get onaddtrack(){return this.#e}set onaddtrack(e){this.#e&&=(this.removeEventListener(`addtrack`,this.#e),void 0),typeof e==`function`&&(this.#e=e,this.addEventListener(`addtrack`,e))}get onremovetrack(){return this.#t}set onremovetrack(e){this.#t&&=(this.removeEventListener(`removetrack`,this.#t),void 0),typeof e==`function`&&(this.#t=e,this.addEventListener(`removetrack`,e))}get onchange(){return this.#n}set onchange(e){this.#n&&=(this.removeEventListener(`change`,this.#n),void 0),typeof e==`function`&&(this.#n=e,this.addEventListener(`change`,e))}},Ce=class{id;kind;label=``;language=``;sourceBuffer;#e=!1;addRendition(e,t,n){let r=new ve;return r.src=e,r.codec=t,r.bitrate=n,pe(this,r),r}removeRendition(e){me(e)}get enabled(){return this.#e}set enabled(e){this.#e!==e&&(this.#e=e,xe(this))}},we=De(globalThis.HTMLMediaElement,`video`),Te=De(globalThis.HTMLMediaElement,`audio`);function Ee(e){if(!e?.prototype)return e;let t=De(e,`video`);(!t||`${t}`.includes(`[native code]`))&&Object.defineProperty(e.prototype,"videoTracks",{get(){return Oe(this)}});let n=De(e,`audio`);(!n||`${n}`.includes(`[native code]`))&&Object.defineProperty(e.prototype,"audioTracks",{get(){return ke(this)}}),`addVideoTrack`in e.prototype||(e.prototype.addVideoTrack=function(e,t=``,n=``){let r=new fe;return r.kind=e,r.label=t,r.language=n,te(this,r),r}),`removeVideoTrack`in e.prototype||(e.prototype.removeVideoTrack=ne),`addAudioTrack`in e.prototype||(e.prototype.addAudioTrack=function(e,t=``,n=``){let r=new Ce;return r.kind=e,r.label=t,r.language=n,ye(this,r),r}),`removeAudioTrack`in e.prototype||(e.prototype.removeAudioTrack=be),`videoRenditions`in e.prototype||Object.defineProperty(e.prototype,"videoRenditions",{get(){return r(this)}});let r=e=>{let t=m(e).videoRenditions;return t||(t=new ue,m(t).media=new WeakRef(e),m(e).videoRenditions=t),t};`audioRenditions`in e.prototype||Object.defineProperty(e.prototype,"audioRenditions",{get(){return i(this)}});let i=e=>{let t=m(e).audioRenditions;return t||(t=new _e,m(t).media=new WeakRef(e),m(e).audioRenditions=t),t};return e}function De(e,t){if(e?.prototype)return Object.getOwnPropertyDescriptor(e.prototype,`${t}Tracks`)?.get}function Oe(e){let t=m(e).videoTracks;if(!t&&(t=new ie,m(e).videoTracks=t,we)){let n=we.call(e.nativeEl??e);for(let t of n)te(e,t);n.addEventListener(`change`,()=>{t.dispatchEvent(new Event(`change`))}),n.addEventListener(`addtrack`,r=>{if([...t].some(e=>e instanceof fe))for(let e of n)ne(e);else te(e,r.track)}),n.addEventListener(`removetrack`,e=>{ne(e.track)})}return t}function ke(e){let t=m(e).audioTracks;if(!t&&(t=new Se,m(e).audioTracks=t,Te)){let n=Te.call(e.nativeEl??e);for(let t of n)ye(e,t);n.addEventListener(`change`,()=>{t.dispatchEvent(new Event(`change`))}),n.addEventListener(`addtrack`,r=>{if([...t].some(e=>e instanceof Ce))for(let e of n)be(e);else ye(e,r.track)}),n.addEventListener(`removetrack`,e=>{be(e.track)})}return t}var Ae=class{addEventListener(){}removeEventListener(){}dispatchEvent(){return!0}},je=class extends Ae{},Me=class extends je{constructor(){super(...arguments),this.role=null}},Ne=class{observe(){}unobserve(){}disconnect(){}},Pe={createElement:function(){return new Fe.HTMLElement},createElementNS:function(){return new Fe.HTMLElement},addEventListener(){},removeEventListener(){},dispatchEvent(e){return!1}},Fe={ResizeObserver:Ne,document:Pe,Node:je,Element:Me,HTMLElement:class extends Me{constructor(){super(...arguments),this.innerHTML=``}get content(){return new Fe.DocumentFragment}},DocumentFragment:class extends Ae{},customElements:{get:function(){},define:function(){},whenDefined:function(){}},localStorage:{getItem(e){return null},setItem(e,t){},removeItem(e){}},CustomEvent:function(){},getComputedStyle:function(){},navigator:{languages:[],get userAgent(){return``}},matchMedia(e){return{matches:!1,media:e}},DOMParser:class{parseFromString(e,t){return{body:{textContent:e}}}}},Ie=`global`in globalThis&&(globalThis==null?void 0:globalThis.global)===globalThis||typeof window>`u`||window.customElements===void 0,Le=Object.keys(Fe).every(e=>e in globalThis),h=Ie&&!Le?Fe:globalThis,g=Ie&&!Le?Pe:globalThis.document,_={MEDIA_PLAY_REQUEST:`mediaplayrequest`,MEDIA_PAUSE_REQUEST:`mediapauserequest`,MEDIA_MUTE_REQUEST:`mediamuterequest`,MEDIA_UNMUTE_REQUEST:`mediaunmuterequest`,MEDIA_LOOP_REQUEST:`medialooprequest`,MEDIA_VOLUME_REQUEST:`mediavolumerequest`,MEDIA_SEEK_REQUEST:`mediaseekrequest`,MEDIA_AIRPLAY_REQUEST:`mediaairplayrequest`,MEDIA_ENTER_FULLSCREEN_REQUEST:`mediaenterfullscreenrequest`,MEDIA_EXIT_FULLSCREEN_REQUEST:`mediaexitfullscreenrequest`,MEDIA_PREVIEW_REQUEST:`mediapreviewrequest`,MEDIA_ENTER_PIP_REQUEST:`mediaenterpiprequest`,MEDIA_EXIT_PIP_REQUEST:`mediaexitpiprequest`,MEDIA_ENTER_CAST_REQUEST:`mediaentercastrequest`,MEDIA_EXIT_CAST_REQUEST:`mediaexitcastrequest`,MEDIA_SHOW_TEXT_TRACKS_REQUEST:`mediashowtexttracksrequest`,MEDIA_HIDE_TEXT_TRACKS_REQUEST:`mediahidetexttracksrequest`,MEDIA_SHOW_SUBTITLES_REQUEST:`mediashowsubtitlesrequest`,MEDIA_DISABLE_SUBTITLES_REQUEST:`mediadisablesubtitlesrequest`,MEDIA_TOGGLE_SUBTITLES_REQUEST:`mediatogglesubtitlesrequest`,MEDIA_PLAYBACK_RATE_REQUEST:`mediaplaybackraterequest`,MEDIA_RENDITION_REQUEST:`mediarenditionrequest`,MEDIA_AUDIO_TRACK_REQUEST:`mediaaudiotrackrequest`,MEDIA_SEEK_TO_LIVE_REQUEST:`mediaseektoliverequest`,REGISTER_MEDIA_STATE_RECEIVER:`registermediastatereceiver`,UNREGISTER_MEDIA_STATE_RECEIVER:`unregistermediastatereceiver`},v={MEDIA_CHROME_ATTRIBUTES:`mediachromeattributes`,MEDIA_CONTROLLER:`mediacontroller`},Re={MEDIA_AIRPLAY_UNAVAILABLE:`mediaAirplayUnavailable`,MEDIA_AUDIO_TRACK_ENABLED:`mediaAudioTrackEnabled`,MEDIA_AUDIO_TRACK_LIST:`mediaAudioTrackList`,MEDIA_AUDIO_TRACK_UNAVAILABLE:`mediaAudioTrackUnavailable`,MEDIA_BUFFERED:`mediaBuffered`,MEDIA_CAST_UNAVAILABLE:`mediaCastUnavailable`,MEDIA_CHAPTERS_CUES:`mediaChaptersCues`,MEDIA_CURRENT_TIME:`mediaCurrentTime`,MEDIA_DURATION:`mediaDuration`,MEDIA_ENDED:`mediaEnded`,MEDIA_ERROR:`mediaError`,MEDIA_ERROR_CODE:`mediaErrorCode`,MEDIA_ERROR_MESSAGE:`mediaErrorMessage`,MEDIA_FULLSCREEN_UNAVAILABLE:`mediaFullscreenUnavailable`,MEDIA_HAS_PLAYED:`mediaHasPlayed`,MEDIA_HEIGHT:`mediaHeight`,MEDIA_IS_AIRPLAYING:`mediaIsAirplaying`,MEDIA_IS_CASTING:`mediaIsCasting`,MEDIA_IS_FULLSCREEN:`mediaIsFullscreen`,MEDIA_IS_PIP:`mediaIsPip`,MEDIA_LOADING:`mediaLoading`,MEDIA_MUTED:`mediaMuted`,MEDIA_LOOP:`mediaLoop`,MEDIA_PAUSED:`mediaPaused`,MEDIA_PIP_UNAVAILABLE:`mediaPipUnavailable`,MEDIA_PLAYBACK_RATE:`mediaPlaybackRate`,MEDIA_PREVIEW_CHAPTER:`mediaPreviewChapter`,MEDIA_PREVIEW_COORDS:`mediaPreviewCoords`,MEDIA_PREVIEW_IMAGE:`mediaPreviewImage`,MEDIA_PREVIEW_TIME:`mediaPreviewTime`,MEDIA_RENDITION_LIST:`mediaRenditionList`,MEDIA_RENDITION_SELECTED:`mediaRenditionSelected`,MEDIA_RENDITION_UNAVAILABLE:`mediaRenditionUnavailable`,MEDIA_SEEKABLE:`mediaSeekable`,MEDIA_STREAM_TYPE:`mediaStreamType`,MEDIA_SUBTITLES_LIST:`mediaSubtitlesList`,MEDIA_SUBTITLES_SHOWING:`mediaSubtitlesShowing`,MEDIA_TARGET_LIVE_WINDOW:`mediaTargetLiveWindow`,MEDIA_TIME_IS_LIVE:`mediaTimeIsLive`,MEDIA_VOLUME:`mediaVolume`,MEDIA_VOLUME_LEVEL:`mediaVolumeLevel`,MEDIA_VOLUME_UNAVAILABLE:`mediaVolumeUnavailable`,MEDIA_LANG:`mediaLang`,MEDIA_WIDTH:`mediaWidth`},ze=Object.entries(Re),y=ze.reduce((e,[t,n])=>(e[t]=n.toLowerCase(),e),{}),Be=ze.reduce((e,[t,n])=>(e[t]=n.toLowerCase(),e),{USER_INACTIVE_CHANGE:`userinactivechange`,BREAKPOINTS_CHANGE:`breakpointchange`,BREAKPOINTS_COMPUTED:`breakpointscomputed`});Object.entries(Be).reduce((e,[t,n])=>{let r=y[t];return r&&(e[n]=r),e},{userinactivechange:`userinactive`});var Ve=Object.entries(y).reduce((e,[t,n])=>{let r=Be[t];return r&&(e[n]=r),e},{userinactive:`userinactivechange`}),He={SUBTITLES:`subtitles`,CAPTIONS:`captions`,DESCRIPTIONS:`descriptions`,CHAPTERS:`chapters`,METADATA:`metadata`},Ue={DISABLED:`disabled`,HIDDEN:`hidden`,SHOWING:`showing`},We={MOUSE:`mouse`,PEN:`pen`,TOUCH:`touch`},b={UNAVAILABLE:`unavailable`,UNSUPPORTED:`unsupported`},Ge={LIVE:`live`,ON_DEMAND:`on-demand`,UNKNOWN:`unknown`},Ke={INLINE:`inline`,FULLSCREEN:`fullscreen`,PICTURE_IN_PICTURE:`picture-in-picture`},qe=new WeakMap,Je=e=>{let t=qe.get(e);return t||qe.set(e,t=new Set),t},Ye=new h.ResizeObserver(e=>{for(let t of e)for(let e of Je(t.target))e(t)});function Xe(e,t){Je(e).add(t),Ye.observe(e)}function Ze(e,t){let n=Je(e);n.delete(t),n.size||Ye.unobserve(e)}function x(e){let t={};for(let n of e)t[n.name]=n.value;return t}function Qe(e){return $e(e)??tt(e,`media-controller`)}function $e(e){let{MEDIA_CONTROLLER:t}=v,n=e.getAttribute(t);if(n)return rt(e)?.getElementById(n)}var et=(e,t)=>!e||!t?!1:e?.contains(t)?!0:et(e,t.getRootNode().host),tt=(e,t)=>e?e.closest(t)||tt(e.getRootNode().host,t):null;function nt(e=document){let t=e?.activeElement;return t?nt(t.shadowRoot)??t:null}function rt(e){let t=(e?.getRootNode)?.call(e);return t instanceof ShadowRoot||t instanceof Document?t:null}function it(e,{depth:t=3,checkOpacity:n=!0,checkVisibilityCSS:r=!0}={}){if(e.checkVisibility)return e.checkVisibility({checkOpacity:n,checkVisibilityCSS:r});let i=e;for(;i&&t>0;){let e=getComputedStyle(i);if(n&&e.opacity===`0`||r&&e.visibility===`hidden`||e.display===`none`)return!1;i=i.parentElement,t--}return!0}function at(e,t,n,r){let i=r.x-n.x,a=r.y-n.y,o=i*i+a*a;if(o===0)return 0;let s=((e-n.x)*i+(t-n.y)*a)/o;return Math.max(0,Math.min(1,s))}function S(e,t){return ot(e,e=>e===t)||st(e,t)}function ot(e,t){let n;for(n of e.querySelectorAll(`style:not([media])`)??[]){let e;try{e=n.sheet?.cssRules}catch{continue}for(let n of e??[])if(t(n.selectorText))return n}}function st(e,t){let n=e.querySelectorAll(`style:not([media])`)??[],r=n?.[n.length-1];if(!r?.sheet)return console.warn(`Media Chrome: No style sheet found on style tag of`,e),{style:{setProperty:()=>{},removeProperty:()=>``,getPropertyValue:()=>``}};let i=r?.sheet.insertRule(`${t}{}`,r.sheet.cssRules.length);return r.sheet.cssRules?.[i]}function C(e,t,n=NaN){let r=e.getAttribute(t);return r==null?n:+r}function w(e,t,n){let r=+n;n==null||Number.isNaN(r)?e.hasAttribute(t)&&e.removeAttribute(t):C(e,t,void 0)!==r&&e.setAttribute(t,`${r}`)}function T(e,t){return e.hasAttribute(t)}function E(e,t,n){n==null?e.hasAttribute(t)&&e.removeAttribute(t):T(e,t)!=n&&e.toggleAttribute(t,n)}function D(e,t,n=null){return e.getAttribute(t)??n}function O(e,t,n){if(n==null){e.hasAttribute(t)&&e.removeAttribute(t);return}let r=`${n}`;D(e,t,void 0)!==r&&e.setAttribute(t,r)}var ct=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},lt=(e,t,n)=>(ct(e,t,`read from private field`),n?n.call(e):t.get(e)),ut=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},dt=(e,t,n,r)=>(ct(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),k;function ft(e){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-gesture-receiver-display, inline-block));
        box-sizing: border-box;
      }
    </style>
  `}var pt=class extends h.HTMLElement{constructor(){if(super(),ut(this,k,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[v.MEDIA_CONTROLLER,y.MEDIA_PAUSED]}attributeChangedCallback(e,t,n){var r,i,a,o;e===v.MEDIA_CONTROLLER&&(t&&((i=(r=lt(this,k))?.unassociateElement)==null||i.call(r,this),dt(this,k,null)),n&&this.isConnected&&(dt(this,k,this.getRootNode()?.getElementById(n)),(o=(a=lt(this,k))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;this.tabIndex=-1,this.setAttribute(`aria-hidden`,`true`),dt(this,k,mt(this)),this.getAttribute(v.MEDIA_CONTROLLER)&&((t=(e=lt(this,k))?.associateElement)==null||t.call(e,this)),lt(this,k)&&(lt(this,k).addEventListener(`pointerdown`,this),lt(this,k).addEventListener(`click`,this),lt(this,k).hasAttribute(`tabindex`)||(lt(this,k).tabIndex=0))}disconnectedCallback(){var e,t,n,r;this.getAttribute(v.MEDIA_CONTROLLER)&&((t=(e=lt(this,k))?.unassociateElement)==null||t.call(e,this)),(n=lt(this,k))==null||n.removeEventListener(`pointerdown`,this),(r=lt(this,k))==null||r.removeEventListener(`click`,this),dt(this,k,null)}handleEvent(e){let t=e.composedPath()?.[0];if([`video`,`media-controller`].includes(t?.localName)){if(e.type===`pointerdown`)this._pointerType=e.pointerType;else if(e.type===`click`){let{clientX:t,clientY:n}=e,{left:r,top:i,width:a,height:o}=this.getBoundingClientRect(),s=t-r,c=n-i;if(s<0||c<0||s>a||c>o||a===0&&o===0)return;let l=this._pointerType||`mouse`;if(this._pointerType=void 0,l===We.TOUCH){this.handleTap(e);return}if(l===We.MOUSE||l===We.PEN){this.handleMouseClick(e);return}}}}get mediaPaused(){return T(this,y.MEDIA_PAUSED)}set mediaPaused(e){E(this,y.MEDIA_PAUSED,e)}handleTap(e){}handleMouseClick(e){let t=this.mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new h.CustomEvent(t,{composed:!0,bubbles:!0}))}};k=new WeakMap,pt.shadowRootOptions={mode:`open`},pt.getTemplateHTML=ft;function mt(e){let t=e.getAttribute(v.MEDIA_CONTROLLER);return t?e.getRootNode()?.getElementById(t):tt(e,`media-controller`)}h.customElements.get(`media-gesture-receiver`)||h.customElements.define(`media-gesture-receiver`,pt);var ht=pt,gt={en:{"Start airplay":`Start airplay`,"Stop airplay":`Stop airplay`,Audio:`Audio`,Captions:`Captions`,"Enable captions":`Enable captions`,"Disable captions":`Disable captions`,"Start casting":`Start casting`,"Stop casting":`Stop casting`,"Enter fullscreen mode":`Enter fullscreen mode`,"Exit fullscreen mode":`Exit fullscreen mode`,Mute:`Mute`,Unmute:`Unmute`,Loop:`Loop`,"Enter picture in picture mode":`Enter picture in picture mode`,"Exit picture in picture mode":`Exit picture in picture mode`,Play:`Play`,Pause:`Pause`,"Playback rate":`Playback rate`,"Playback rate {playbackRate}":`Playback rate {playbackRate}`,Quality:`Quality`,"Seek backward":`Seek backward`,"Seek forward":`Seek forward`,Settings:`Settings`,Auto:`Auto`,"audio player":`audio player`,"video player":`video player`,volume:`volume`,seek:`seek`,"closed captions":`closed captions`,"current playback rate":`current playback rate`,"playback time":`playback time`,"media loading":`media loading`,settings:`settings`,"audio tracks":`audio tracks`,quality:`quality`,play:`play`,pause:`pause`,mute:`mute`,unmute:`unmute`,"chapter: {chapterName}":`chapter: {chapterName}`,live:`live`,Off:`Off`,"start airplay":`start airplay`,"stop airplay":`stop airplay`,"start casting":`start casting`,"stop casting":`stop casting`,"enter fullscreen mode":`enter fullscreen mode`,"exit fullscreen mode":`exit fullscreen mode`,"enter picture in picture mode":`enter picture in picture mode`,"exit picture in picture mode":`exit picture in picture mode`,"seek to live":`seek to live`,"playing live":`playing live`,"seek back {seekOffset} seconds":`seek back {seekOffset} seconds`,"seek forward {seekOffset} seconds":`seek forward {seekOffset} seconds`,"Network Error":`Network Error`,"Decode Error":`Decode Error`,"Source Not Supported":`Source Not Supported`,"Encryption Error":`Encryption Error`,"A network error caused the media download to fail.":`A network error caused the media download to fail.`,"A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":`A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.`,"An unsupported error occurred. The server or network failed, or your browser does not support this format.":`An unsupported error occurred. The server or network failed, or your browser does not support this format.`,"The media is encrypted and there are no keys to decrypt it.":`The media is encrypted and there are no keys to decrypt it.`,hour:`hour`,hours:`hours`,minute:`minute`,minutes:`minutes`,second:`second`,seconds:`seconds`,"{time} remaining":`{time} remaining`,"{currentTime} of {totalTime}":`{currentTime} of {totalTime}`,"video not loaded, unknown time.":`video not loaded, unknown time.`}},_t=globalThis.navigator?.language||`en`,vt=e=>{_t=e},yt=e=>{let[t]=_t.split(`-`);return gt[_t]?.[e]||gt[t]?.[e]||gt.en?.[e]||e},bt=()=>{let[e]=_t.split(`-`);return gt[_t]?_t:gt[e]?e:`en`},A=(e,t={})=>yt(e).replace(/\{(\w+)\}/g,(e,n)=>n in t?String(t[n]):`{${n}}`),xt=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},j=(e,t,n)=>(xt(e,t,`read from private field`),n?n.call(e):t.get(e)),M=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},St=(e,t,n,r)=>(xt(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Ct=(e,t,n)=>(xt(e,t,`access private method`),n),wt,Tt,Et,Dt,Ot,kt,At,jt,Mt,Nt,Pt,Ft,It,Lt,Rt,zt,Bt,Vt,Ht,Ut,N={AUDIO:`audio`,AUTOHIDE:`autohide`,BREAKPOINTS:`breakpoints`,GESTURES_DISABLED:`gesturesdisabled`,KEYBOARD_CONTROL:`keyboardcontrol`,NO_AUTOHIDE:`noautohide`,USER_INACTIVE:`userinactive`,AUTOHIDE_OVER_CONTROLS:`autohideovercontrols`};function Wt(e){return`
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
      :host(:not([${N.AUDIO}])[${y.MEDIA_STREAM_TYPE}="${Ge.ON_DEMAND}"][${y.MEDIA_CURRENT_TIME}]:not([${y.MEDIA_CURRENT_TIME}="0"])) slot[name=poster] {
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
        <template shadowrootmode="${ht.shadowRootOptions.mode}">
          ${ht.getTemplateHTML({})}
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
  `}var Gt=Object.values(y),Kt=`sm:384 md:576 lg:768 xl:960`;function qt(e){Jt(e.target,e.contentRect.width)}function Jt(e,t){if(!e.isConnected)return;let n=Yt(e.getAttribute(N.BREAKPOINTS)??Kt),r=Xt(n,t),i=!1;if(Object.keys(n).forEach(t=>{r.includes(t)?e.hasAttribute(`breakpoint${t}`)||(e.setAttribute(`breakpoint${t}`,``),i=!0):e.hasAttribute(`breakpoint${t}`)&&(e.removeAttribute(`breakpoint${t}`),i=!0)}),i){let t=new CustomEvent(Be.BREAKPOINTS_CHANGE,{detail:r});e.dispatchEvent(t)}e.breakpointsComputed||(e.breakpointsComputed=!0,e.dispatchEvent(new CustomEvent(Be.BREAKPOINTS_COMPUTED,{bubbles:!0,composed:!0})))}function Yt(e){let t=e.split(/\s+/);return Object.fromEntries(t.map(e=>e.split(`:`)))}function Xt(e,t){return Object.keys(e).filter(n=>t>=parseInt(e[n]))}var Zt=class extends h.HTMLElement{constructor(){if(super(),M(this,Mt),M(this,Pt),M(this,It),M(this,Rt),M(this,Bt),M(this,wt,void 0),M(this,Tt,0),M(this,Et,null),M(this,Dt,null),M(this,Ot,void 0),this.breakpointsComputed=!1,M(this,kt,e=>{let t=this.media;for(let n of e){if(n.type!==`childList`)continue;let e=n.removedNodes;for(let r of e){if(r.slot!=`media`||n.target!=this)continue;let e=n.previousSibling&&n.previousSibling.previousElementSibling;if(!e||!t)this.mediaUnsetCallback(r);else{let t=e.slot!==`media`;for(;(e=e.previousSibling)!==null;)e.slot==`media`&&(t=!1);t&&this.mediaUnsetCallback(r)}}if(t)for(let e of n.addedNodes)e===t&&this.handleMediaUpdated(t)}}),M(this,At,!1),M(this,jt,e=>{j(this,At)||(setTimeout(()=>{qt(e),St(this,At,!1)},0),St(this,At,!0))}),M(this,Ht,void 0),M(this,Ut,()=>{j(this,Ht).assignedElements({flatten:!0}).length?this.handleMediaUpdated(this.media):j(this,Et)&&this.mediaUnsetCallback(j(this,Et))}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}St(this,wt,new MutationObserver(j(this,kt)))}static get observedAttributes(){return[N.AUTOHIDE,N.GESTURES_DISABLED].concat(Gt).filter(e=>![y.MEDIA_RENDITION_LIST,y.MEDIA_AUDIO_TRACK_LIST,y.MEDIA_CHAPTERS_CUES,y.MEDIA_WIDTH,y.MEDIA_HEIGHT,y.MEDIA_ERROR,y.MEDIA_ERROR_MESSAGE].includes(e))}attributeChangedCallback(e,t,n){e.toLowerCase()==N.AUTOHIDE&&(this.autohide=n)}get media(){let e=this.querySelector(`:scope > [slot=media]`);return e?.nodeName==`SLOT`&&(e=e.assignedElements({flatten:!0})[0]),e}async handleMediaUpdated(e){e&&(St(this,Et,e),e.localName.includes(`-`)&&await h.customElements.whenDefined(e.localName),this.mediaSetCallback(e))}connectedCallback(){var e;j(this,wt).observe(this,{childList:!0,subtree:!0}),Xe(this,j(this,jt));let t=this.getAttribute(N.AUDIO)==null?A(`video player`):A(`audio player`);this.setAttribute(`role`,`region`),this.setAttribute(`aria-label`,t),this.handleMediaUpdated(this.media),this.setAttribute(N.USER_INACTIVE,``),Jt(this,this.getBoundingClientRect().width);let n=this.querySelector(`:scope > slot[slot=media]`);n&&(St(this,Ht,n),j(this,Ht).addEventListener(`slotchange`,j(this,Ut))),this.addEventListener(`pointerdown`,this),this.addEventListener(`pointermove`,this),this.addEventListener(`pointerup`,this),this.addEventListener(`mouseleave`,this),this.addEventListener(`keyup`,this),(e=h.window)==null||e.addEventListener(`mouseup`,this)}disconnectedCallback(){var e;Ze(this,j(this,jt)),clearTimeout(j(this,Dt)),j(this,wt).disconnect(),this.media&&this.mediaUnsetCallback(this.media),(e=h.window)==null||e.removeEventListener(`mouseup`,this),this.removeEventListener(`pointerdown`,this),this.removeEventListener(`pointermove`,this),this.removeEventListener(`pointerup`,this),this.removeEventListener(`mouseleave`,this),this.removeEventListener(`keyup`,this),j(this,Ht)&&(j(this,Ht).removeEventListener(`slotchange`,j(this,Ut)),St(this,Ht,null)),St(this,At,!1)}mediaSetCallback(e){}mediaUnsetCallback(e){St(this,Et,null)}handleEvent(e){switch(e.type){case`pointerdown`:St(this,Tt,e.timeStamp);break;case`pointermove`:Ct(this,Mt,Nt).call(this,e);break;case`pointerup`:Ct(this,Pt,Ft).call(this,e);break;case`mouseleave`:Ct(this,It,Lt).call(this);break;case`mouseup`:this.removeAttribute(N.KEYBOARD_CONTROL);break;case`keyup`:Ct(this,Bt,Vt).call(this),this.setAttribute(N.KEYBOARD_CONTROL,``)}}set autohide(e){let t=Number(e);St(this,Ot,isNaN(t)?0:t)}get autohide(){return(j(this,Ot)===void 0?2:j(this,Ot)).toString()}get breakpoints(){return D(this,N.BREAKPOINTS)}set breakpoints(e){O(this,N.BREAKPOINTS,e)}get audio(){return T(this,N.AUDIO)}set audio(e){E(this,N.AUDIO,e)}get gesturesDisabled(){return T(this,N.GESTURES_DISABLED)}set gesturesDisabled(e){E(this,N.GESTURES_DISABLED,e)}get keyboardControl(){return T(this,N.KEYBOARD_CONTROL)}set keyboardControl(e){E(this,N.KEYBOARD_CONTROL,e)}get noAutohide(){return T(this,N.NO_AUTOHIDE)}set noAutohide(e){E(this,N.NO_AUTOHIDE,e)}get autohideOverControls(){return T(this,N.AUTOHIDE_OVER_CONTROLS)}set autohideOverControls(e){E(this,N.AUTOHIDE_OVER_CONTROLS,e)}get userInteractive(){return T(this,N.USER_INACTIVE)}set userInteractive(e){E(this,N.USER_INACTIVE,e)}};wt=new WeakMap,Tt=new WeakMap,Et=new WeakMap,Dt=new WeakMap,Ot=new WeakMap,kt=new WeakMap,At=new WeakMap,jt=new WeakMap,Mt=new WeakSet,Nt=function(e){if(e.pointerType!==`mouse`&&e.timeStamp-j(this,Tt)<250)return;Ct(this,Rt,zt).call(this),clearTimeout(j(this,Dt));let t=this.hasAttribute(N.AUTOHIDE_OVER_CONTROLS);([this,this.media].includes(e.target)||t)&&Ct(this,Bt,Vt).call(this)},Pt=new WeakSet,Ft=function(e){if(e.pointerType===`touch`){let t=!this.hasAttribute(N.USER_INACTIVE);[this,this.media].includes(e.target)&&t?Ct(this,It,Lt).call(this):Ct(this,Bt,Vt).call(this)}else e.composedPath().some(e=>[`media-play-button`,`media-fullscreen-button`].includes(e?.localName))&&Ct(this,Bt,Vt).call(this)},It=new WeakSet,Lt=function(){if(j(this,Ot)<0||this.hasAttribute(N.USER_INACTIVE))return;this.setAttribute(N.USER_INACTIVE,``);let e=new h.CustomEvent(Be.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!0});this.dispatchEvent(e)},Rt=new WeakSet,zt=function(){if(!this.hasAttribute(N.USER_INACTIVE))return;this.removeAttribute(N.USER_INACTIVE);let e=new h.CustomEvent(Be.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!1});this.dispatchEvent(e)},Bt=new WeakSet,Vt=function(){Ct(this,Rt,zt).call(this),clearTimeout(j(this,Dt));let e=parseInt(this.autohide);e<0||St(this,Dt,setTimeout(()=>{Ct(this,It,Lt).call(this)},e*1e3))},Ht=new WeakMap,Ut=new WeakMap,Zt.shadowRootOptions={mode:`open`},Zt.getTemplateHTML=Wt,h.customElements.get(`media-container`)||h.customElements.define(`media-container`,Zt);var Qt=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},$t=(e,t,n)=>(Qt(e,t,`read from private field`),n?n.call(e):t.get(e)),en=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},tn=(e,t,n,r)=>(Qt(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),nn=(e,t,n)=>(Qt(e,t,`access private method`),n),rn,an,on,sn,cn,ln,un,dn,fn,pn,mn,hn,gn,_n,vn;function yn(e){return`
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
  `}function bn(e){return`
    <slot id="content"></slot>
  `}var xn={OPEN:`open`,ANCHOR:`anchor`},Sn=class extends h.HTMLElement{constructor(){super(),en(this,sn),en(this,ln),en(this,dn),en(this,pn),en(this,hn),en(this,_n),en(this,rn,!1),en(this,an,null),en(this,on,null)}static get observedAttributes(){return[xn.OPEN,xn.ANCHOR]}get open(){return T(this,xn.OPEN)}set open(e){E(this,xn.OPEN,e)}handleEvent(e){switch(e.type){case`invoke`:nn(this,pn,mn).call(this,e);break;case`focusout`:nn(this,hn,gn).call(this,e);break;case`keydown`:nn(this,_n,vn).call(this,e)}}connectedCallback(){nn(this,sn,cn).call(this),this.role||=`dialog`,this.addEventListener(`invoke`,this),this.addEventListener(`focusout`,this),this.addEventListener(`keydown`,this)}disconnectedCallback(){this.removeEventListener(`invoke`,this),this.removeEventListener(`focusout`,this),this.removeEventListener(`keydown`,this)}attributeChangedCallback(e,t,n){nn(this,sn,cn).call(this),e===xn.OPEN&&n!==t&&(this.open?nn(this,ln,un).call(this):nn(this,dn,fn).call(this))}focus(){tn(this,an,nt());let e=!this.dispatchEvent(new Event(`focus`,{composed:!0,cancelable:!0})),t=!this.dispatchEvent(new Event(`focusin`,{composed:!0,bubbles:!0,cancelable:!0}));e||t||this.querySelector(`[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]`)?.focus()}get keysUsed(){return[`Escape`,`Tab`]}};rn=new WeakMap,an=new WeakMap,on=new WeakMap,sn=new WeakSet,cn=function(){if(!$t(this,rn)&&(tn(this,rn,!0),!this.shadowRoot)){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e),queueMicrotask(()=>{let{style:e}=S(this.shadowRoot,`:host`);e.setProperty(`transition`,`display .15s, visibility .15s, opacity .15s ease-in, transform .15s ease-in`)})}},ln=new WeakSet,un=function(){var e;(e=$t(this,on))==null||e.setAttribute(`aria-expanded`,`true`),this.dispatchEvent(new Event(`open`,{composed:!0,bubbles:!0})),this.addEventListener(`transitionend`,()=>this.focus(),{once:!0})},dn=new WeakSet,fn=function(){var e;(e=$t(this,on))==null||e.setAttribute(`aria-expanded`,`false`),this.dispatchEvent(new Event(`close`,{composed:!0,bubbles:!0}))},pn=new WeakSet,mn=function(e){tn(this,on,e.relatedTarget),et(this,e.relatedTarget)||(this.open=!this.open)},hn=new WeakSet,gn=function(e){var t;et(this,e.relatedTarget)||((t=$t(this,an))==null||t.focus(),$t(this,on)&&$t(this,on)!==e.relatedTarget&&this.open&&(this.open=!1))},_n=new WeakSet,vn=function(e){var t,n,r,i,a;let{key:o,ctrlKey:s,altKey:c,metaKey:l}=e;s||c||l||this.keysUsed.includes(o)&&(e.preventDefault(),e.stopPropagation(),o===`Tab`?(e.shiftKey?(n=(t=this.previousElementSibling)?.focus)==null||n.call(t):(i=(r=this.nextElementSibling)?.focus)==null||i.call(r),this.blur()):o===`Escape`&&((a=$t(this,an))==null||a.focus(),this.open=!1))},Sn.shadowRootOptions={mode:`open`},Sn.getTemplateHTML=yn,Sn.getSlotTemplateHTML=bn,h.customElements.get(`media-chrome-dialog`)||h.customElements.define(`media-chrome-dialog`,Sn);var Cn=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},wn=(e,t,n)=>(Cn(e,t,`read from private field`),n?n.call(e):t.get(e)),Tn=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},En,Dn,On={HOTKEYS:`hotkeys`},kn=[{keys:[{key:` `,label:`Space`},{key:`k`}],description:`Toggle Playback`},{keys:[{key:`m`}],description:`Toggle mute`},{keys:[{key:`f`}],description:`Toggle fullscreen`},{keys:[{key:`c`}],description:`Toggle captions or subtitles, if available`},{keys:[{key:`p`}],description:`Toggle Picture in Picture`},{keys:[{key:`ArrowLeft`,label:`←`},{key:`j`}],description:`Seek back 10s`},{keys:[{key:`ArrowRight`,label:`→`},{key:`l`}],description:`Seek forward 10s`},{keys:[{key:`ArrowUp`,label:`↑`}],description:`Turn volume up`},{keys:[{key:`ArrowDown`,label:`↓`}],description:`Turn volume down`},{keys:[{key:`<`,label:`< (SHIFT+,)`}],description:`Decrease playback rate`},{keys:[{key:`>`,label:`> (SHIFT+.)`}],description:`Increase playback rate`},{keys:[{key:`shift+/`,label:`SHIFT+/`}],description:`Show keyboard shortcuts`}];function An(e){return e===` `?`nospace`:`no${e.toLowerCase()}`}function jn(e){let t=new Set(e?.split(/\s+/));return kn.map(({keys:e,description:n})=>({keys:e.filter(({key:e})=>!t.has(An(e))),description:n})).filter(({keys:e})=>e.length)}function Mn(e){return`
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
      ${Nn(e[On.HOTKEYS])}
    </slot>
  `}function Nn(e){return`
    <h2>Keyboard Shortcuts</h2>
    <table class="shortcuts-table">${jn(e).map(({keys:e,description:t})=>`
        <tr>
          <td>
            <div class="key-combo">${e.map(({key:e,label:t=e},n)=>n>0?`<span class="key-separator">or</span><span class="key">${t}</span>`:`<span class="key">${t}</span>`).join(``)}</div>
          </td>
          <td class="description">${t}</td>
        </tr>
      `).join(``)}</table>
  `}var Pn=class extends Sn{constructor(){super(...arguments),Tn(this,En,e=>{if(!this.open)return;let t=this.shadowRoot?.querySelector(`#content`);if(!t)return;let n=e.composedPath(),r=n[0]===this||n.includes(this),i=n.includes(t);r&&!i&&(this.open=!1)}),Tn(this,Dn,e=>{if(!this.open)return;let t=e.shiftKey&&(e.key===`/`||e.key===`?`);e.key!==`Escape`&&!t||e.ctrlKey||e.altKey||e.metaKey||(this.open=!1,e.preventDefault(),e.stopPropagation())})}static get observedAttributes(){return[...super.observedAttributes,On.HOTKEYS]}get hotkeys(){return D(this,On.HOTKEYS)??void 0}set hotkeys(e){O(this,On.HOTKEYS,e)}connectedCallback(){super.connectedCallback(),this.open&&(this.addEventListener(`click`,wn(this,En)),document.addEventListener(`keydown`,wn(this,Dn)))}disconnectedCallback(){this.removeEventListener(`click`,wn(this,En)),document.removeEventListener(`keydown`,wn(this,Dn))}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),e===`open`)this.open?(this.addEventListener(`click`,wn(this,En)),document.addEventListener(`keydown`,wn(this,Dn))):(this.removeEventListener(`click`,wn(this,En)),document.removeEventListener(`keydown`,wn(this,Dn)));else if(e===On.HOTKEYS&&n!==t){let e=this.shadowRoot?.querySelector(`#content`);e&&(e.innerHTML=Nn(n))}}};En=new WeakMap,Dn=new WeakMap,Pn.getSlotTemplateHTML=Mn,h.customElements.get(`media-keyboard-shortcuts-dialog`)||h.customElements.define(`media-keyboard-shortcuts-dialog`,Pn);var Fn=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},P=(e,t,n)=>(Fn(e,t,`read from private field`),n?n.call(e):t.get(e)),In=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Ln=(e,t,n,r)=>(Fn(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Rn,zn,Bn,Vn,Hn,Un,Wn=class{constructor(e,t,{defaultValue:n}={defaultValue:void 0}){In(this,Hn),In(this,Rn,void 0),In(this,zn,void 0),In(this,Bn,void 0),In(this,Vn,new Set),Ln(this,Rn,e),Ln(this,zn,t),Ln(this,Bn,new Set(n))}[Symbol.iterator](){return P(this,Hn,Un).values()}get length(){return P(this,Hn,Un).size}get value(){return[...P(this,Hn,Un)].join(` `)??``}set value(e){e!==this.value&&(Ln(this,Vn,new Set),this.add(...e?.split(` `)??[]))}toString(){return this.value}item(e){return[...P(this,Hn,Un)][e]}values(){return P(this,Hn,Un).values()}forEach(e,t){P(this,Hn,Un).forEach(e,t)}add(...e){var t;e.forEach(e=>P(this,Vn).add(e)),this.value===``&&!P(this,Rn)?.hasAttribute(`${P(this,zn)}`)||(t=P(this,Rn))==null||t.setAttribute(`${P(this,zn)}`,`${this.value}`)}remove(...e){var t;e.forEach(e=>P(this,Vn).delete(e)),(t=P(this,Rn))==null||t.setAttribute(`${P(this,zn)}`,`${this.value}`)}contains(e){return P(this,Hn,Un).has(e)}toggle(e,t){return t===void 0?this.contains(e)?(this.remove(e),!1):(this.add(e),!0):t?(this.add(e),!0):(this.remove(e),!1)}replace(e,t){return this.remove(e),this.add(t),e===t}};Rn=new WeakMap,zn=new WeakMap,Bn=new WeakMap,Vn=new WeakMap,Hn=new WeakSet,Un=function(){return P(this,Vn).size?P(this,Vn):P(this,Bn)};function Gn(e){return e?.map(qn).join(` `)}function Kn(e){return e?.split(/\s+/).map(Jn)}function qn(e){if(e){let{id:t,width:n,height:r}=e;return[t,n,r].filter(e=>e!=null).join(`:`)}}function Jn(e){if(e){let[t,n,r]=e.split(`:`);return{id:t,width:+n,height:+r}}}function Yn(e){return e?.map(Zn).join(` `)}function Xn(e){return e?.split(/\s+/).map(Qn)}function Zn(e){if(e){let{id:t,kind:n,language:r,label:i}=e;return[t,n,r,i].filter(e=>e!=null).join(`:`)}}function Qn(e){if(e){let[t,n,r,i]=e.split(`:`);return{id:t,kind:n,language:r,label:i}}}function $n(e){return typeof e==`number`&&!Number.isNaN(e)&&Number.isFinite(e)}var er=e=>new Promise(t=>setTimeout(t,e)),tr=(e=``)=>e.split(/\s+/),nr=(e=``)=>{let[t,n,r]=e.split(`:`),i=r?decodeURIComponent(r):void 0;return{kind:t===`cc`?He.CAPTIONS:He.SUBTITLES,language:n,label:i}},rr=(e=``,t={})=>tr(e).map(e=>{let n=nr(e);return{...t,...n}}),ir=e=>e?Array.isArray(e)?e.map(e=>typeof e==`string`?nr(e):e):typeof e==`string`?rr(e):[e]:[],ar=({kind:e,label:t,language:n}={kind:`subtitles`})=>t?`${e===`captions`?`cc`:`sb`}:${n}:${encodeURIComponent(t)}`:n,or=(e=[])=>Array.prototype.map.call(e,ar).join(` `),sr=(e,t)=>n=>n[e]===t,cr=e=>{let t=Object.entries(e).map(([e,t])=>sr(e,t));return e=>t.every(t=>t(e))},lr=(e,t=[],n=[])=>{let r=ir(n).map(cr);Array.from(t).filter(e=>r.some(t=>t(e))).forEach(t=>{t.mode=e})},ur=(e,t=()=>!0)=>{if(!e?.textTracks)return[];let n=typeof t==`function`?t:cr(t);return Array.from(e.textTracks).filter(n)},dr=e=>!!e.mediaSubtitlesShowing?.length||e.hasAttribute(y.MEDIA_SUBTITLES_SHOWING),fr=e=>{let{media:t,fullscreenElement:n}=e;try{let e=n&&`requestFullscreen`in n?`requestFullscreen`:n&&`webkitRequestFullScreen`in n?`webkitRequestFullScreen`:void 0;if(e){let t=n[e]?.call(n);if(t instanceof Promise)return t.catch(()=>{})}else t?.webkitEnterFullscreen?t.webkitEnterFullscreen():t?.requestFullscreen&&t.requestFullscreen()}catch(e){console.error(e)}},pr=`exitFullscreen`in g?`exitFullscreen`:`webkitExitFullscreen`in g?`webkitExitFullscreen`:`webkitCancelFullScreen`in g?`webkitCancelFullScreen`:void 0,mr=e=>{let{documentElement:t}=e;if(pr){let e=(t?.[pr])?.call(t);if(e instanceof Promise)return e.catch(()=>{})}},hr=`fullscreenElement`in g?`fullscreenElement`:`webkitFullscreenElement`in g?`webkitFullscreenElement`:void 0,gr=e=>{let{documentElement:t,media:n}=e,r=t?.[hr];return!r&&`webkitDisplayingFullscreen`in n&&`webkitPresentationMode`in n&&n.webkitDisplayingFullscreen&&n.webkitPresentationMode===Ke.FULLSCREEN?n:r},_r=e=>{let{media:t,documentElement:n,fullscreenElement:r=t}=e;if(!t||!n)return!1;let i=gr(e);if(!i)return!1;if(i===r||i===t)return!0;if(i.localName.includes(`-`)){let e=i.shadowRoot;if(!(hr in e))return et(i,r);for(;e?.[hr];){if(e[hr]===r)return!0;e=e[hr]?.shadowRoot}}return!1},vr=`fullscreenEnabled`in g?`fullscreenEnabled`:`webkitFullscreenEnabled`in g?`webkitFullscreenEnabled`:void 0,yr=e=>{let{documentElement:t,media:n}=e;return!!t?.[vr]||n&&`webkitSupportsFullscreen`in n},br,xr=()=>{var e;return br||(br=((e=g)?.createElement)?.call(e,`video`),br)},Sr=async(e=xr())=>{if(!e)return!1;let t=e.volume;e.volume=t/2+.1;let n=new AbortController,r=await Promise.race([Cr(e,n.signal),wr(e,t)]);return n.abort(),r},Cr=(e,t)=>new Promise(n=>{e.addEventListener(`volumechange`,()=>n(!0),{signal:t})}),wr=async(e,t)=>{for(let n=0;n<10;n++){if(e.volume===t)return!1;await er(10)}return e.volume!==t},Tr=/.*Version\/.*Safari\/.*/.test(h.navigator.userAgent),Er=(e=xr())=>h.matchMedia(`(display-mode: standalone)`).matches&&Tr?!1:typeof e?.requestPictureInPicture==`function`,Dr=(e=xr())=>yr({documentElement:g,media:e}),Or=Dr(),kr=Er(),Ar=!!h.WebKitPlaybackTargetAvailabilityEvent,jr=!!h.chrome,Mr=e=>ur(e.media,e=>[He.SUBTITLES,He.CAPTIONS].includes(e.kind)).sort((e,t)=>e.kind>=t.kind?1:-1),Nr=e=>ur(e.media,e=>e.mode===Ue.SHOWING&&[He.SUBTITLES,He.CAPTIONS].includes(e.kind)),Pr=(e,t)=>{let n=Mr(e),r=Nr(e),i=!!r.length;if(n.length){if(t===!1||i&&t!==!0)lr(Ue.DISABLED,n,r);else if(t===!0||!i&&t!==!1){let t=n[0],{options:i}=e;if(!i?.noSubtitlesLangPref){let e=h.localStorage.getItem(`media-chrome-pref-subtitles-lang`),r=e?[e,...h.navigator.languages]:h.navigator.languages,i=n.filter(e=>r.some(t=>e.language.toLowerCase().startsWith(t.split(`-`)[0]))).sort((e,t)=>r.findIndex(t=>e.language.toLowerCase().startsWith(t.split(`-`)[0]))-r.findIndex(e=>t.language.toLowerCase().startsWith(e.split(`-`)[0])));i[0]&&(t=i[0])}let{language:a,label:o,kind:s}=t;lr(Ue.DISABLED,n,r),lr(Ue.SHOWING,n,[{language:a,label:o,kind:s}])}}},Fr=(e,t)=>e===t?!0:e==null||t==null||typeof e!=typeof t?!1:typeof e==`number`&&Number.isNaN(e)&&Number.isNaN(t)?!0:typeof e==`object`?Array.isArray(e)?Ir(e,t):Object.entries(e).every(([e,n])=>e in t&&Fr(n,t[e])):!1,Ir=(e,t)=>{let n=Array.isArray(e),r=Array.isArray(t);return n===r?n||r?e.length===t.length&&e.every((e,n)=>Fr(e,t[n])):!0:!1},Lr=Object.values(Ge),Rr,zr=Sr().then(e=>(Rr=e,Rr)),Br=async(...e)=>{await Promise.all(e.filter(e=>e).map(async e=>{if(!(`localName`in e&&e instanceof h.HTMLElement))return;let t=e.localName;if(!t.includes(`-`))return;let n=h.customElements.get(t);n&&e instanceof n||(await h.customElements.whenDefined(t),h.customElements.upgrade(e))}))},Vr=new h.DOMParser,Hr=e=>e&&(Vr.parseFromString(e,`text/html`).body.textContent||e),Ur={mediaError:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error},mediaEvents:[`emptied`,`error`,`playing`]},mediaErrorCode:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error?.code},mediaEvents:[`emptied`,`error`,`playing`]},mediaErrorMessage:{get(e,t){let{media:n}=e;if(t?.type!==`playing`)return n?.error?.message??``},mediaEvents:[`emptied`,`error`,`playing`]},mediaWidth:{get(e){let{media:t}=e;return t?.videoWidth??0},mediaEvents:[`resize`]},mediaHeight:{get(e){let{media:t}=e;return t?.videoHeight??0},mediaEvents:[`resize`]},mediaPaused:{get(e){let{media:t}=e;return t?.paused??!0},set(e,t){var n;let{media:r}=t;r&&(e?r.pause():(n=r.play())==null||n.catch(()=>{}))},mediaEvents:[`play`,`playing`,`pause`,`emptied`]},mediaHasPlayed:{get(e,t){let{media:n}=e;return n?t?t.type===`playing`:!n.paused:!1},mediaEvents:[`playing`,`emptied`]},mediaEnded:{get(e){let{media:t}=e;return t?.ended??!1},mediaEvents:[`seeked`,`ended`,`emptied`]},mediaPlaybackRate:{get(e){let{media:t}=e;return t?.playbackRate??1},set(e,t){let{media:n}=t;n&&Number.isFinite(+e)&&(n.playbackRate=+e)},mediaEvents:[`ratechange`,`loadstart`]},mediaMuted:{get(e){let{media:t}=e;return t?.muted??!1},set(e,t){let{media:n,options:{noMutedPref:r}={}}=t;if(n){n.muted=e;try{let t=h.localStorage.getItem(`media-chrome-pref-muted`)!==null,i=n.hasAttribute(`muted`);if(r){t&&h.localStorage.removeItem(`media-chrome-pref-muted`);return}if(i&&!t)return;h.localStorage.setItem(`media-chrome-pref-muted`,e?`true`:`false`)}catch(e){console.debug(`Error setting muted pref`,e)}}},mediaEvents:[`volumechange`],stateOwnersUpdateHandlers:[(e,t)=>{let{options:{noMutedPref:n}}=t,{media:r}=t;if(!(!r||r.muted||n))try{let n=h.localStorage.getItem(`media-chrome-pref-muted`)===`true`;Ur.mediaMuted.set(n,t),e(n)}catch(e){console.debug(`Error getting muted pref`,e)}}]},mediaLoop:{get(e){let{media:t}=e;return t?.loop},set(e,t){let{media:n}=t;n&&(n.loop=e)},mediaEvents:[`medialooprequest`]},mediaVolume:{get(e){let{media:t}=e;return t?.volume??1},set(e,t){let{media:n,options:{noVolumePref:r}={}}=t;if(n){try{e==null?h.localStorage.removeItem(`media-chrome-pref-volume`):!n.hasAttribute(`muted`)&&!r&&h.localStorage.setItem(`media-chrome-pref-volume`,e.toString())}catch(e){console.debug(`Error setting volume pref`,e)}Number.isFinite(+e)&&(n.volume=+e)}},mediaEvents:[`volumechange`],stateOwnersUpdateHandlers:[(e,t)=>{let{options:{noVolumePref:n}}=t;if(!n)try{let{media:n}=t;if(!n)return;let r=h.localStorage.getItem(`media-chrome-pref-volume`);if(r==null)return;Ur.mediaVolume.set(+r,t),e(+r)}catch(e){console.debug(`Error getting volume pref`,e)}}]},mediaVolumeLevel:{get(e){let{media:t}=e;return t?.volume===void 0?`high`:t.muted||t.volume===0?`off`:t.volume<.5?`low`:t.volume<.75?`medium`:`high`},mediaEvents:[`volumechange`]},mediaCurrentTime:{get(e){let{media:t}=e;return t?.currentTime??0},set(e,t){let{media:n}=t;n&&$n(e)&&(n.currentTime=e)},mediaEvents:[`timeupdate`,`loadedmetadata`,`seeking`]},mediaDuration:{get(e){let{media:t,options:{defaultDuration:n}={}}=e;return n&&(!t||!t.duration||Number.isNaN(t.duration)||!Number.isFinite(t.duration))?n:Number.isFinite(t?.duration)?t.duration:NaN},mediaEvents:[`durationchange`,`loadedmetadata`,`emptied`]},mediaLoading:{get(e){let{media:t}=e;return t?.readyState<3},mediaEvents:[`waiting`,`playing`,`emptied`]},mediaSeekable:{get(e){let{media:t}=e;if(!t?.seekable?.length)return;let n=t.seekable.start(0),r=t.seekable.end(t.seekable.length-1);if(n||r)return[Number(n.toFixed(3)),Number(r.toFixed(3))]},mediaEvents:[`loadedmetadata`,`emptied`,`progress`,`seekablechange`]},mediaBuffered:{get(e){let{media:t}=e,n=t?.buffered??[];return Array.from(n).map((e,t)=>[Number(n.start(t).toFixed(3)),Number(n.end(t).toFixed(3))])},mediaEvents:[`progress`,`emptied`]},mediaStreamType:{get(e){let{media:t,options:{defaultStreamType:n}={}}=e,r=[Ge.LIVE,Ge.ON_DEMAND].includes(n)?n:void 0;if(!t)return r;let{streamType:i}=t;if(Lr.includes(i))return i===Ge.UNKNOWN?r:i;let a=t.duration;return a===1/0?Ge.LIVE:Number.isFinite(a)?Ge.ON_DEMAND:r},mediaEvents:[`emptied`,`durationchange`,`loadedmetadata`,`streamtypechange`]},mediaTargetLiveWindow:{get(e){let{media:t}=e;if(!t)return NaN;let{targetLiveWindow:n}=t,r=Ur.mediaStreamType.get(e);return(n==null||Number.isNaN(n))&&r===Ge.LIVE?0:n},mediaEvents:[`emptied`,`durationchange`,`loadedmetadata`,`streamtypechange`,`targetlivewindowchange`]},mediaTimeIsLive:{get(e){let{media:t,options:{liveEdgeOffset:n=10}={}}=e;if(!t)return!1;if(typeof t.liveEdgeStart==`number`)return!Number.isNaN(t.liveEdgeStart)&&t.currentTime>=t.liveEdgeStart;if(Ur.mediaStreamType.get(e)!==Ge.LIVE)return!1;let r=t.seekable;if(!r)return!0;if(!r.length)return!1;let i=r.end(r.length-1)-n;return t.currentTime>=i},mediaEvents:[`playing`,`timeupdate`,`progress`,`waiting`,`emptied`]},mediaSubtitlesList:{get(e){return Mr(e).map(({kind:e,label:t,language:n})=>({kind:e,label:t,language:n}))},mediaEvents:[`loadstart`],textTracksEvents:[`addtrack`,`removetrack`]},mediaSubtitlesShowing:{get(e){return Nr(e).map(({kind:e,label:t,language:n})=>({kind:e,label:t,language:n}))},mediaEvents:[`loadstart`],textTracksEvents:[`addtrack`,`removetrack`,`change`],stateOwnersUpdateHandlers:[(e,t)=>{var n,r;let{media:i,options:a}=t;if(!i)return;let o=e=>{a.defaultSubtitles&&(!e||[He.CAPTIONS,He.SUBTITLES].includes(e?.track?.kind))&&Pr(t,!0)};return i.addEventListener(`loadstart`,o),(n=i.textTracks)==null||n.addEventListener(`addtrack`,o),(r=i.textTracks)==null||r.addEventListener(`removetrack`,o),()=>{var e,t;i.removeEventListener(`loadstart`,o),(e=i.textTracks)==null||e.removeEventListener(`addtrack`,o),(t=i.textTracks)==null||t.removeEventListener(`removetrack`,o)}}]},mediaChaptersCues:{get(e){let{media:t}=e;if(!t)return[];let[n]=ur(t,{kind:He.CHAPTERS});return Array.from(n?.cues??[]).map(({text:e,startTime:t,endTime:n})=>({text:Hr(e),startTime:t,endTime:n}))},mediaEvents:[`loadstart`,`loadedmetadata`],textTracksEvents:[`addtrack`,`removetrack`,`change`],stateOwnersUpdateHandlers:[(e,t)=>{let{media:n}=t;if(!n)return;let r=n.querySelector(`track[kind="chapters"][default][src]`),i=n.shadowRoot?.querySelector(`:is(video,audio) > track[kind="chapters"][default][src]`);return r?.addEventListener(`load`,e),i?.addEventListener(`load`,e),()=>{r?.removeEventListener(`load`,e),i?.removeEventListener(`load`,e)}}]},mediaIsPip:{get(e){let{media:t,documentElement:n}=e;if(!t||!n||!n.pictureInPictureElement)return!1;if(n.pictureInPictureElement===t)return!0;if(n.pictureInPictureElement instanceof HTMLMediaElement)return t.localName?.includes(`-`)?et(t,n.pictureInPictureElement):!1;if(n.pictureInPictureElement.localName.includes(`-`)){let e=n.pictureInPictureElement.shadowRoot;for(;e?.pictureInPictureElement;){if(e.pictureInPictureElement===t)return!0;e=e.pictureInPictureElement?.shadowRoot}}return!1},set(e,t){let{media:n}=t;if(n){if(e){if(!g.pictureInPictureEnabled){console.warn(`MediaChrome: Picture-in-picture is not enabled`);return}if(!n.requestPictureInPicture){console.warn(`MediaChrome: The current media does not support picture-in-picture`);return}let e=()=>{console.warn(`MediaChrome: The media is not ready for picture-in-picture. It must have a readyState > 0.`)};n.requestPictureInPicture().catch(t=>{if(t.code===11){if(!n.src){console.warn(`MediaChrome: The media is not ready for picture-in-picture. It must have a src set.`);return}if(n.readyState===0&&n.preload===`none`){let t=()=>{n.removeEventListener(`loadedmetadata`,r),n.preload=`none`},r=()=>{n.requestPictureInPicture().catch(e),t()};n.addEventListener(`loadedmetadata`,r),n.preload=`metadata`,setTimeout(()=>{n.readyState===0&&e(),t()},1e3)}else throw t}else throw t})}else g.pictureInPictureElement&&g.exitPictureInPicture()}},mediaEvents:[`enterpictureinpicture`,`leavepictureinpicture`]},mediaRenditionList:{get(e){let{media:t}=e;return[...t?.videoRenditions??[]].map(e=>({...e}))},mediaEvents:[`emptied`,`loadstart`],videoRenditionsEvents:[`addrendition`,`removerendition`]},mediaRenditionSelected:{get(e){let{media:t}=e;return t?.videoRenditions?.[t.videoRenditions?.selectedIndex]?.id},set(e,t){let{media:n}=t;if(!n?.videoRenditions){console.warn(`MediaController: Rendition selection not supported by this media.`);return}let r=e,i=Array.prototype.findIndex.call(n.videoRenditions,e=>e.id==r);n.videoRenditions.selectedIndex!=i&&(n.videoRenditions.selectedIndex=i)},mediaEvents:[`emptied`],videoRenditionsEvents:[`addrendition`,`removerendition`,`change`]},mediaAudioTrackList:{get(e){let{media:t}=e;return[...t?.audioTracks??[]]},mediaEvents:[`emptied`,`loadstart`],audioTracksEvents:[`addtrack`,`removetrack`]},mediaAudioTrackEnabled:{get(e){let{media:t}=e;return[...t?.audioTracks??[]].find(e=>e.enabled)?.id},set(e,t){let{media:n}=t;if(!n?.audioTracks){console.warn(`MediaChrome: Audio track selection not supported by this media.`);return}let r=e;for(let e of n.audioTracks)e.enabled=r==e.id},mediaEvents:[`emptied`],audioTracksEvents:[`addtrack`,`removetrack`,`change`]},mediaIsFullscreen:{get(e){return _r(e)},set(e,t,n){var r;e?(fr(t),n.detail&&!t.media?.inert&&((r=t.media)==null||r.focus())):mr(t)},rootEvents:[`fullscreenchange`,`webkitfullscreenchange`],mediaEvents:[`webkitbeginfullscreen`,`webkitendfullscreen`,`webkitpresentationmodechanged`]},mediaIsCasting:{get(e){let{media:t}=e;return!t?.remote||t.remote?.state===`disconnected`?!1:t.remote.state===`connected`},set(e,t){let{media:n}=t;n&&(e&&n.remote?.state!==`disconnected`||(e||n.remote?.state===`connected`)&&(typeof n.remote.prompt==`function`?n.remote.prompt().catch(()=>{}):console.warn(`MediaChrome: Casting is not supported in this environment`)))},remoteEvents:[`connect`,`connecting`,`disconnect`]},mediaIsAirplaying:{get(){return!1},set(e,t){let{media:n}=t;n&&(n.webkitShowPlaybackTargetPicker&&h.WebKitPlaybackTargetAvailabilityEvent?n.webkitShowPlaybackTargetPicker():console.error(`MediaChrome: received a request to select AirPlay but AirPlay is not supported in this environment`))},mediaEvents:[`webkitcurrentplaybacktargetiswirelesschanged`]},mediaFullscreenUnavailable:{get(e){let{media:t}=e;if(!Or||!Dr(t))return b.UNSUPPORTED}},mediaPipUnavailable:{get(e){let{media:t}=e;if(!kr||!Er(t))return b.UNSUPPORTED;if(t?.disablePictureInPicture)return b.UNAVAILABLE}},mediaVolumeUnavailable:{get(e){let{media:t}=e;if(Rr===!1||t?.volume==null)return b.UNSUPPORTED},stateOwnersUpdateHandlers:[e=>{Rr??zr.then(t=>e(t?void 0:b.UNSUPPORTED))}]},mediaCastUnavailable:{get(e,{availability:t=`not-available`}={}){let{media:n}=e;if(!jr||!n?.remote?.state)return b.UNSUPPORTED;if(t!=null&&t!==`available`)return b.UNAVAILABLE},stateOwnersUpdateHandlers:[(e,t)=>{var n;let{media:r}=t;if(r)return r.disableRemotePlayback||r.hasAttribute(`disableremoteplayback`)||(n=r?.remote)==null||n.watchAvailability(t=>{e({availability:t?`available`:`not-available`})}).catch(t=>{t.name===`NotSupportedError`?e({availability:null}):e({availability:`not-available`})}),()=>{var e;(e=r?.remote)==null||e.cancelWatchAvailability().catch(()=>{})}}]},mediaAirplayUnavailable:{get(e,t){if(!Ar)return b.UNSUPPORTED;if(t?.availability===`not-available`)return b.UNAVAILABLE},mediaEvents:[`webkitplaybacktargetavailabilitychanged`],stateOwnersUpdateHandlers:[(e,t)=>{var n;let{media:r}=t;if(r)return r.disableRemotePlayback||r.hasAttribute(`disableremoteplayback`)||(n=r?.remote)==null||n.watchAvailability(t=>{e({availability:t?`available`:`not-available`})}).catch(t=>{t.name===`NotSupportedError`?e({availability:null}):e({availability:`not-available`})}),()=>{var e;(e=r?.remote)==null||e.cancelWatchAvailability().catch(()=>{})}}]},mediaRenditionUnavailable:{get(e){let{media:t}=e;if(!t?.videoRenditions)return b.UNSUPPORTED;if(!t.videoRenditions?.length)return b.UNAVAILABLE},mediaEvents:[`emptied`,`loadstart`],videoRenditionsEvents:[`addrendition`,`removerendition`]},mediaAudioTrackUnavailable:{get(e){let{media:t}=e;if(!t?.audioTracks)return b.UNSUPPORTED;if((t.audioTracks?.length??0)<=1)return b.UNAVAILABLE},mediaEvents:[`emptied`,`loadstart`],audioTracksEvents:[`addtrack`,`removetrack`]},mediaLang:{get(e){let{options:{mediaLang:t}={}}=e;return t??`en`}}},Wr={[_.MEDIA_PREVIEW_REQUEST](e,t,{detail:n}){let{media:r}=t,i=n??void 0,a,o;if(r&&i!=null){let[e]=ur(r,{kind:He.METADATA,label:`thumbnails`}),t=Array.prototype.find.call(e?.cues??[],(e,t,n)=>t===0?e.endTime>i:t===n.length-1?e.startTime<=i:e.startTime<=i&&e.endTime>i);if(t){let e=/'^(?:[a-z]+:)?\/\//i.test(t.text)?void 0:r?.querySelector(`track[label="thumbnails"]`)?.src,n=new URL(t.text,e);o=new URLSearchParams(n.hash).get(`#xywh`).split(`,`).map(e=>+e),a=n.href}}let s=e.mediaDuration.get(t),c=e.mediaChaptersCues.get(t).find((e,t,n)=>t===n.length-1&&s===e.endTime?e.startTime<=i&&e.endTime>=i:e.startTime<=i&&e.endTime>i)?.text;return n!=null&&c==null&&(c=``),{mediaPreviewTime:i,mediaPreviewImage:a,mediaPreviewCoords:o,mediaPreviewChapter:c}},[_.MEDIA_PAUSE_REQUEST](e,t){e.mediaPaused.set(!0,t)},[_.MEDIA_PLAY_REQUEST](e,t){let n=e.mediaStreamType.get(t)===Ge.LIVE,r=!t.options?.noAutoSeekToLive,i=e.mediaTargetLiveWindow.get(t)>0;if(n&&r&&!i){let n=e.mediaSeekable.get(t)?.[1];if(n){let r=n-(t.options?.seekToLiveOffset??0);e.mediaCurrentTime.set(r,t)}}e.mediaPaused.set(!1,t)},[_.MEDIA_PLAYBACK_RATE_REQUEST](e,t,{detail:n}){let r=n;e.mediaPlaybackRate.set(r,t)},[_.MEDIA_MUTE_REQUEST](e,t){e.mediaMuted.set(!0,t)},[_.MEDIA_UNMUTE_REQUEST](e,t){e.mediaVolume.get(t)||e.mediaVolume.set(.25,t),e.mediaMuted.set(!1,t)},[_.MEDIA_LOOP_REQUEST](e,t,{detail:n}){let r=!!n;return e.mediaLoop.set(r,t),{mediaLoop:r}},[_.MEDIA_VOLUME_REQUEST](e,t,{detail:n}){let r=n;r&&e.mediaMuted.get(t)&&e.mediaMuted.set(!1,t),e.mediaVolume.set(r,t)},[_.MEDIA_SEEK_REQUEST](e,t,{detail:n}){let r=n;e.mediaCurrentTime.set(r,t)},[_.MEDIA_SEEK_TO_LIVE_REQUEST](e,t){let n=e.mediaSeekable.get(t)?.[1];if(Number.isNaN(Number(n)))return;let r=n-(t.options?.seekToLiveOffset??0);e.mediaCurrentTime.set(r,t)},[_.MEDIA_SHOW_SUBTITLES_REQUEST](e,t,{detail:n}){let{options:r}=t,i=Mr(t),a=ir(n),o=a[0]?.language;o&&!r.noSubtitlesLangPref&&h.localStorage.setItem(`media-chrome-pref-subtitles-lang`,o),lr(Ue.SHOWING,i,a)},[_.MEDIA_DISABLE_SUBTITLES_REQUEST](e,t,{detail:n}){let r=Mr(t),i=n??[];lr(Ue.DISABLED,r,i)},[_.MEDIA_TOGGLE_SUBTITLES_REQUEST](e,t,{detail:n}){Pr(t,n)},[_.MEDIA_RENDITION_REQUEST](e,t,{detail:n}){let r=n;e.mediaRenditionSelected.set(r,t)},[_.MEDIA_AUDIO_TRACK_REQUEST](e,t,{detail:n}){let r=n;e.mediaAudioTrackEnabled.set(r,t)},[_.MEDIA_ENTER_PIP_REQUEST](e,t){e.mediaIsFullscreen.get(t)&&e.mediaIsFullscreen.set(!1,t),e.mediaIsPip.set(!0,t)},[_.MEDIA_EXIT_PIP_REQUEST](e,t){e.mediaIsPip.set(!1,t)},[_.MEDIA_ENTER_FULLSCREEN_REQUEST](e,t,n){e.mediaIsPip.get(t)&&e.mediaIsPip.set(!1,t),e.mediaIsFullscreen.set(!0,t,n)},[_.MEDIA_EXIT_FULLSCREEN_REQUEST](e,t){e.mediaIsFullscreen.set(!1,t)},[_.MEDIA_ENTER_CAST_REQUEST](e,t){e.mediaIsFullscreen.get(t)&&e.mediaIsFullscreen.set(!1,t),e.mediaIsCasting.set(!0,t)},[_.MEDIA_EXIT_CAST_REQUEST](e,t){e.mediaIsCasting.set(!1,t)},[_.MEDIA_AIRPLAY_REQUEST](e,t){e.mediaIsAirplaying.set(!0,t)}},Gr=({media:e,fullscreenElement:t,documentElement:n,stateMediator:r=Ur,requestMap:i=Wr,options:a={},monitorStateOwnersOnlyWithSubscriptions:o=!0})=>{let s=[],c={options:{...a}},l=Object.freeze({mediaPreviewTime:void 0,mediaPreviewImage:void 0,mediaPreviewCoords:void 0,mediaPreviewChapter:void 0}),u=e=>{e!=null&&(Fr(e,l)||(l=Object.freeze({...l,...e}),s.forEach(e=>e(l))))},d=()=>{let e=Object.entries(r).reduce((e,[t,{get:n}])=>(e[t]=n(c),e),{});u(e)},f={},p,m=async(e,t)=>{let n=!!p;if(p={...c,...p??{},...e},n)return;await Br(...Object.values(e));let i=s.length>0&&t===0&&o,a=c.media!==p.media,l=c.media?.textTracks!==p.media?.textTracks,m=c.media?.videoRenditions!==p.media?.videoRenditions,ee=c.media?.audioTracks!==p.media?.audioTracks,te=c.media?.remote!==p.media?.remote,ne=c.documentElement!==p.documentElement,re=!!c.media&&(a||i),ie=!!c.media?.textTracks&&(l||i),ae=!!c.media?.videoRenditions&&(m||i),oe=!!c.media?.audioTracks&&(ee||i),se=!!c.media?.remote&&(te||i),ce=!!c.documentElement&&(ne||i),le=re||ie||ae||oe||se||ce,ue=s.length===0&&t===1&&o,de=!!p.media&&(a||ue),fe=!!p.media?.textTracks&&(l||ue),pe=!!p.media?.videoRenditions&&(m||ue),me=!!p.media?.audioTracks&&(ee||ue),he=!!p.media?.remote&&(te||ue),ge=!!p.documentElement&&(ne||ue),_e=de||fe||pe||me||he||ge;le||_e?(Object.entries(r).forEach(([e,{get:t,mediaEvents:n=[],textTracksEvents:r=[],videoRenditionsEvents:i=[],audioTracksEvents:a=[],remoteEvents:o=[],rootEvents:s=[],stateOwnersUpdateHandlers:l=[]}])=>{f[e]||(f[e]={});let d=n=>{let r=t(c,n);u({[e]:r})},m;m=f[e].mediaEvents,n.forEach(t=>{m&&re&&(c.media.removeEventListener(t,m),f[e].mediaEvents=void 0),de&&(p.media.addEventListener(t,d),f[e].mediaEvents=d)}),m=f[e].textTracksEvents,r.forEach(t=>{var n,r;m&&ie&&((n=c.media.textTracks)==null||n.removeEventListener(t,m),f[e].textTracksEvents=void 0),fe&&((r=p.media.textTracks)==null||r.addEventListener(t,d),f[e].textTracksEvents=d)}),m=f[e].videoRenditionsEvents,i.forEach(t=>{var n,r;m&&ae&&((n=c.media.videoRenditions)==null||n.removeEventListener(t,m),f[e].videoRenditionsEvents=void 0),pe&&((r=p.media.videoRenditions)==null||r.addEventListener(t,d),f[e].videoRenditionsEvents=d)}),m=f[e].audioTracksEvents,a.forEach(t=>{var n,r;m&&oe&&((n=c.media.audioTracks)==null||n.removeEventListener(t,m),f[e].audioTracksEvents=void 0),me&&((r=p.media.audioTracks)==null||r.addEventListener(t,d),f[e].audioTracksEvents=d)}),m=f[e].remoteEvents,o.forEach(t=>{var n,r;m&&se&&((n=c.media.remote)==null||n.removeEventListener(t,m),f[e].remoteEvents=void 0),he&&((r=p.media.remote)==null||r.addEventListener(t,d),f[e].remoteEvents=d)}),m=f[e].rootEvents,s.forEach(t=>{m&&ce&&(c.documentElement.removeEventListener(t,m),f[e].rootEvents=void 0),ge&&(p.documentElement.addEventListener(t,d),f[e].rootEvents=d)});let ee=f[e].stateOwnersUpdateHandlers;if(ee&&le&&(Array.isArray(ee)?ee:[ee]).forEach(e=>{typeof e==`function`&&e()}),_e){let t=l.map(e=>e(d,p)).filter(e=>typeof e==`function`);f[e].stateOwnersUpdateHandlers=t.length===1?t[0]:t}else le&&(f[e].stateOwnersUpdateHandlers=void 0)}),Object.entries(p).forEach(([e,t])=>{c[e]=t}),d(),p=void 0):(Object.entries(p).forEach(([e,t])=>{c[e]=t}),d(),p=void 0)};return m({media:e,fullscreenElement:t,documentElement:n,options:a}),{dispatch(e){let{type:t,detail:n}=e;i[t]&&l.mediaErrorCode==null?u(i[t](r,c,e)):t===`mediaelementchangerequest`?m({media:n}):t===`fullscreenelementchangerequest`?m({fullscreenElement:n}):t===`documentelementchangerequest`?m({documentElement:n}):t===`optionschangerequest`&&(Object.entries(n??{}).forEach(([e,t])=>{c.options[e]=t}),d())},getState(){return l},subscribe(e){return m({},s.length+1),s.push(e),e(l),()=>{let t=s.indexOf(e);t>=0&&(m({},s.length-1),s.splice(t,1))}}}},Kr=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},F=(e,t,n)=>(Kr(e,t,`read from private field`),n?n.call(e):t.get(e)),I=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},qr=(e,t,n,r)=>(Kr(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Jr=(e,t,n)=>(Kr(e,t,`access private method`),n),Yr,Xr,L,R,Zr,Qr,$r,ei,ti,ni,ri,ii,ai,oi,si,ci,li,ui=[`ArrowLeft`,`ArrowRight`,`ArrowUp`,`ArrowDown`,`Enter`,` `,`f`,`m`,`k`,`c`,`l`,`j`,`>`,`<`,`p`],di=10,fi=.025,pi=.25,mi=.25,hi=2,z={DEFAULT_SUBTITLES:`defaultsubtitles`,DEFAULT_STREAM_TYPE:`defaultstreamtype`,DEFAULT_DURATION:`defaultduration`,FULLSCREEN_ELEMENT:`fullscreenelement`,HOTKEYS:`hotkeys`,KEYBOARD_BACKWARD_SEEK_OFFSET:`keyboardbackwardseekoffset`,KEYBOARD_FORWARD_SEEK_OFFSET:`keyboardforwardseekoffset`,KEYBOARD_DOWN_VOLUME_STEP:`keyboarddownvolumestep`,KEYBOARD_UP_VOLUME_STEP:`keyboardupvolumestep`,KEYS_USED:`keysused`,LANG:`lang`,LOOP:`loop`,LIVE_EDGE_OFFSET:`liveedgeoffset`,NO_AUTO_SEEK_TO_LIVE:`noautoseektolive`,NO_DEFAULT_STORE:`nodefaultstore`,NO_HOTKEYS:`nohotkeys`,NO_MUTED_PREF:`nomutedpref`,NO_SUBTITLES_LANG_PREF:`nosubtitleslangpref`,NO_VOLUME_PREF:`novolumepref`,SEEK_TO_LIVE_OFFSET:`seektoliveoffset`},gi=class extends Zt{constructor(){super(),I(this,ti),I(this,ii),I(this,oi),I(this,ci),this.mediaStateReceivers=[],this.associatedElementSubscriptions=new Map,I(this,Yr,new Wn(this,z.HOTKEYS)),I(this,Xr,void 0),I(this,L,void 0),I(this,R,null),I(this,Zr,void 0),I(this,Qr,void 0),I(this,$r,e=>{var t;(t=F(this,L))==null||t.dispatch(e)}),I(this,ei,void 0),I(this,ri,e=>{let{key:t,shiftKey:n}=e;n&&(t===`/`||t===`?`)||ui.includes(t)?this.keyboardShortcutHandler(e):this.removeEventListener(`keyup`,F(this,ri))}),this.associateElement(this);let e={};qr(this,Zr,t=>{Object.entries(t).forEach(([t,n])=>{if(t in e&&e[t]===n)return;this.propagateMediaState(t,n);let r=t.toLowerCase(),i=new h.CustomEvent(Ve[r],{composed:!0,detail:n});this.dispatchEvent(i)}),e=t})}static get observedAttributes(){return super.observedAttributes.concat(z.NO_HOTKEYS,z.HOTKEYS,z.DEFAULT_STREAM_TYPE,z.DEFAULT_SUBTITLES,z.DEFAULT_DURATION,z.NO_MUTED_PREF,z.NO_VOLUME_PREF,z.LANG,z.LOOP,z.LIVE_EDGE_OFFSET,z.SEEK_TO_LIVE_OFFSET,z.NO_AUTO_SEEK_TO_LIVE)}get mediaStore(){return F(this,L)}set mediaStore(e){var t;F(this,L)&&((t=F(this,Qr))==null||t.call(this),qr(this,Qr,void 0)),qr(this,L,e),!F(this,L)&&!this.hasAttribute(z.NO_DEFAULT_STORE)?Jr(this,ti,ni).call(this):qr(this,Qr,F(this,L)?.subscribe(F(this,Zr)))}get fullscreenElement(){return F(this,Xr)??this}set fullscreenElement(e){var t;this.hasAttribute(z.FULLSCREEN_ELEMENT)&&this.removeAttribute(z.FULLSCREEN_ELEMENT),qr(this,Xr,e),(t=F(this,L))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement})}get defaultSubtitles(){return T(this,z.DEFAULT_SUBTITLES)}set defaultSubtitles(e){E(this,z.DEFAULT_SUBTITLES,e)}get defaultStreamType(){return D(this,z.DEFAULT_STREAM_TYPE)}set defaultStreamType(e){O(this,z.DEFAULT_STREAM_TYPE,e)}get defaultDuration(){return C(this,z.DEFAULT_DURATION)}set defaultDuration(e){w(this,z.DEFAULT_DURATION,e)}get noHotkeys(){return T(this,z.NO_HOTKEYS)}set noHotkeys(e){E(this,z.NO_HOTKEYS,e)}get keysUsed(){return D(this,z.KEYS_USED)}set keysUsed(e){O(this,z.KEYS_USED,e)}get liveEdgeOffset(){return C(this,z.LIVE_EDGE_OFFSET)}set liveEdgeOffset(e){w(this,z.LIVE_EDGE_OFFSET,e)}get noAutoSeekToLive(){return T(this,z.NO_AUTO_SEEK_TO_LIVE)}set noAutoSeekToLive(e){E(this,z.NO_AUTO_SEEK_TO_LIVE,e)}get noVolumePref(){return T(this,z.NO_VOLUME_PREF)}set noVolumePref(e){E(this,z.NO_VOLUME_PREF,e)}get noMutedPref(){return T(this,z.NO_MUTED_PREF)}set noMutedPref(e){E(this,z.NO_MUTED_PREF,e)}get noSubtitlesLangPref(){return T(this,z.NO_SUBTITLES_LANG_PREF)}set noSubtitlesLangPref(e){E(this,z.NO_SUBTITLES_LANG_PREF,e)}get noDefaultStore(){return T(this,z.NO_DEFAULT_STORE)}set noDefaultStore(e){E(this,z.NO_DEFAULT_STORE,e)}get resolvedLang(){return bt()}attributeChangedCallback(e,t,n){var r,i,a,o,s,c,l,u,d,f;if(super.attributeChangedCallback(e,t,n),e===z.NO_HOTKEYS)n!==t&&n===``?(this.hasAttribute(z.HOTKEYS)&&console.warn("Media Chrome: Both `hotkeys` and `nohotkeys` have been set. All hotkeys will be disabled."),this.disableHotkeys()):n!==t&&n===null&&this.enableHotkeys(),Jr(this,oi,si).call(this);else if(e===z.HOTKEYS)F(this,Yr).value=n,Jr(this,oi,si).call(this);else if(e===z.DEFAULT_SUBTITLES&&n!==t)(r=F(this,L))==null||r.dispatch({type:`optionschangerequest`,detail:{defaultSubtitles:this.hasAttribute(z.DEFAULT_SUBTITLES)}});else if(e===z.DEFAULT_STREAM_TYPE)(i=F(this,L))==null||i.dispatch({type:`optionschangerequest`,detail:{defaultStreamType:this.getAttribute(z.DEFAULT_STREAM_TYPE)??void 0}});else if(e===z.LIVE_EDGE_OFFSET&&n!==t)(a=F(this,L))==null||a.dispatch({type:`optionschangerequest`,detail:{liveEdgeOffset:this.hasAttribute(z.LIVE_EDGE_OFFSET)?+this.getAttribute(z.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(z.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(z.SEEK_TO_LIVE_OFFSET):this.hasAttribute(z.LIVE_EDGE_OFFSET)?+this.getAttribute(z.LIVE_EDGE_OFFSET):void 0}});else if(e===z.SEEK_TO_LIVE_OFFSET&&n!==t)(o=F(this,L))==null||o.dispatch({type:`optionschangerequest`,detail:{seekToLiveOffset:this.hasAttribute(z.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(z.SEEK_TO_LIVE_OFFSET):this.hasAttribute(z.LIVE_EDGE_OFFSET)?+this.getAttribute(z.LIVE_EDGE_OFFSET):void 0}});else if(e===z.NO_AUTO_SEEK_TO_LIVE)(s=F(this,L))==null||s.dispatch({type:`optionschangerequest`,detail:{noAutoSeekToLive:this.hasAttribute(z.NO_AUTO_SEEK_TO_LIVE)}});else if(e===z.FULLSCREEN_ELEMENT){let e=n?this.getRootNode()?.getElementById(n):void 0;qr(this,Xr,e),(c=F(this,L))==null||c.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement})}else e===z.LANG&&n!==t?(vt(n),(l=F(this,L))==null||l.dispatch({type:`optionschangerequest`,detail:{mediaLang:n}})):e===z.LOOP&&n!==t?(u=F(this,L))==null||u.dispatch({type:_.MEDIA_LOOP_REQUEST,detail:n!=null}):e===z.NO_VOLUME_PREF&&n!==t?(d=F(this,L))==null||d.dispatch({type:`optionschangerequest`,detail:{noVolumePref:this.hasAttribute(z.NO_VOLUME_PREF)}}):e===z.NO_MUTED_PREF&&n!==t&&((f=F(this,L))==null||f.dispatch({type:`optionschangerequest`,detail:{noMutedPref:this.hasAttribute(z.NO_MUTED_PREF)}}))}connectedCallback(){var e,t;this.associateElement(this),!F(this,L)&&!this.hasAttribute(z.NO_DEFAULT_STORE)&&Jr(this,ti,ni).call(this),(e=F(this,L))==null||e.dispatch({type:`documentelementchangerequest`,detail:g}),(t=F(this,L))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:this.fullscreenElement}),super.connectedCallback(),F(this,L)&&!F(this,Qr)&&qr(this,Qr,F(this,L)?.subscribe(F(this,Zr))),F(this,ei)!==void 0&&F(this,L)&&this.media&&setTimeout(()=>{var e;this.media?.textTracks?.length&&((e=F(this,L))==null||e.dispatch({type:_.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:F(this,ei)}))},0),this.hasAttribute(z.NO_HOTKEYS)?this.disableHotkeys():this.enableHotkeys()}disconnectedCallback(){var e,t,n,r,i;if((e=super.disconnectedCallback)==null||e.call(this),this.disableHotkeys(),F(this,L)){let e=F(this,L).getState();qr(this,ei,!!e.mediaSubtitlesShowing?.length),(t=F(this,L))==null||t.dispatch({type:`fullscreenelementchangerequest`,detail:void 0}),(n=F(this,L))==null||n.dispatch({type:`documentelementchangerequest`,detail:void 0}),(r=F(this,L))==null||r.dispatch({type:_.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:!1})}F(this,Qr)&&((i=F(this,Qr))==null||i.call(this),qr(this,Qr,void 0)),this.unassociateElement(this),F(this,R)&&(F(this,R).remove(),qr(this,R,null))}mediaSetCallback(e){var t;super.mediaSetCallback(e),(t=F(this,L))==null||t.dispatch({type:`mediaelementchangerequest`,detail:e}),e.hasAttribute(`tabindex`)||(e.tabIndex=-1)}mediaUnsetCallback(e){var t;super.mediaUnsetCallback(e),(t=F(this,L))==null||t.dispatch({type:`mediaelementchangerequest`,detail:void 0})}propagateMediaState(e,t){Di(this.mediaStateReceivers,e,t)}associateElement(e){if(!e)return;let{associatedElementSubscriptions:t}=this;if(t.has(e))return;let n=Oi(e,this.registerMediaStateReceiver.bind(this),this.unregisterMediaStateReceiver.bind(this));Object.values(_).forEach(t=>{e.addEventListener(t,F(this,$r))}),t.set(e,n)}unassociateElement(e){if(!e)return;let{associatedElementSubscriptions:t}=this;t.has(e)&&(t.get(e)(),t.delete(e),Object.values(_).forEach(t=>{e.removeEventListener(t,F(this,$r))}))}registerMediaStateReceiver(e){if(!e)return;let t=this.mediaStateReceivers;t.indexOf(e)>-1||(t.push(e),F(this,L)&&Object.entries(F(this,L).getState()).forEach(([t,n])=>{Di([e],t,n)}))}unregisterMediaStateReceiver(e){let t=this.mediaStateReceivers,n=t.indexOf(e);n<0||t.splice(n,1)}enableHotkeys(){this.addEventListener(`keydown`,Jr(this,ii,ai))}disableHotkeys(){this.removeEventListener(`keydown`,Jr(this,ii,ai)),this.removeEventListener(`keyup`,F(this,ri))}get hotkeys(){return F(this,Yr)}set hotkeys(e){O(this,z.HOTKEYS,e)}keyboardShortcutHandler(e){let t=e.target;if((t.getAttribute(z.KEYS_USED)?.split(` `)??t?.keysUsed??[]).map(e=>e===`Space`?` `:e).filter(Boolean).includes(e.key))return;let n,r,i;if(!F(this,Yr).contains(An(e.key))&&(!e.shiftKey||e.key!==`/`&&e.key!==`?`||!F(this,Yr).contains(`noshift+/`)))switch(e.key){case` `:case`k`:n=F(this,L).getState().mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST,this.dispatchEvent(new h.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`m`:n=this.mediaStore.getState().mediaVolumeLevel===`off`?_.MEDIA_UNMUTE_REQUEST:_.MEDIA_MUTE_REQUEST,this.dispatchEvent(new h.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`f`:n=this.mediaStore.getState().mediaIsFullscreen?_.MEDIA_EXIT_FULLSCREEN_REQUEST:_.MEDIA_ENTER_FULLSCREEN_REQUEST,this.dispatchEvent(new h.CustomEvent(n,{composed:!0,bubbles:!0}));break;case`c`:this.dispatchEvent(new h.CustomEvent(_.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}));break;case`ArrowLeft`:case`j`:{let e=this.hasAttribute(z.KEYBOARD_BACKWARD_SEEK_OFFSET)?+this.getAttribute(z.KEYBOARD_BACKWARD_SEEK_OFFSET):di;r=Math.max((this.mediaStore.getState().mediaCurrentTime??0)-e,0),i=new h.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowRight`:case`l`:{let e=this.hasAttribute(z.KEYBOARD_FORWARD_SEEK_OFFSET)?+this.getAttribute(z.KEYBOARD_FORWARD_SEEK_OFFSET):di;r=Math.max((this.mediaStore.getState().mediaCurrentTime??0)+e,0),i=new h.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowUp`:{let e=this.hasAttribute(z.KEYBOARD_UP_VOLUME_STEP)?+this.getAttribute(z.KEYBOARD_UP_VOLUME_STEP):fi;r=Math.min((this.mediaStore.getState().mediaVolume??1)+e,1),i=new h.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`ArrowDown`:{let e=this.hasAttribute(z.KEYBOARD_DOWN_VOLUME_STEP)?+this.getAttribute(z.KEYBOARD_DOWN_VOLUME_STEP):fi;r=Math.max((this.mediaStore.getState().mediaVolume??1)-e,0),i=new h.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`<`:{let e=this.mediaStore.getState().mediaPlaybackRate??1;r=Math.max(e-pi,mi).toFixed(2),i=new h.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`>`:{let e=this.mediaStore.getState().mediaPlaybackRate??1;r=Math.min(e+pi,hi).toFixed(2),i=new h.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:r}),this.dispatchEvent(i);break}case`/`:case`?`:e.shiftKey&&Jr(this,ci,li).call(this);break;case`p`:n=this.mediaStore.getState().mediaIsPip?_.MEDIA_EXIT_PIP_REQUEST:_.MEDIA_ENTER_PIP_REQUEST,i=new h.CustomEvent(n,{composed:!0,bubbles:!0}),this.dispatchEvent(i)}}};Yr=new WeakMap,Xr=new WeakMap,L=new WeakMap,R=new WeakMap,Zr=new WeakMap,Qr=new WeakMap,$r=new WeakMap,ei=new WeakMap,ti=new WeakSet,ni=function(){this.mediaStore=Gr({media:this.media,fullscreenElement:this.fullscreenElement,options:{defaultSubtitles:this.hasAttribute(z.DEFAULT_SUBTITLES),defaultDuration:this.hasAttribute(z.DEFAULT_DURATION)?+this.getAttribute(z.DEFAULT_DURATION):void 0,defaultStreamType:this.getAttribute(z.DEFAULT_STREAM_TYPE)??void 0,liveEdgeOffset:this.hasAttribute(z.LIVE_EDGE_OFFSET)?+this.getAttribute(z.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(z.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(z.SEEK_TO_LIVE_OFFSET):this.hasAttribute(z.LIVE_EDGE_OFFSET)?+this.getAttribute(z.LIVE_EDGE_OFFSET):void 0,noAutoSeekToLive:this.hasAttribute(z.NO_AUTO_SEEK_TO_LIVE),noVolumePref:this.hasAttribute(z.NO_VOLUME_PREF),noMutedPref:this.hasAttribute(z.NO_MUTED_PREF),noSubtitlesLangPref:this.hasAttribute(z.NO_SUBTITLES_LANG_PREF)}})},ri=new WeakMap,ii=new WeakSet,ai=function(e){let{metaKey:t,altKey:n,key:r,shiftKey:i}=e,a=i&&(r===`/`||r===`?`);if(a&&F(this,R)?.open||t||n||!a&&!ui.includes(r)){this.removeEventListener(`keyup`,F(this,ri));return}let o=e.target,s=o instanceof HTMLElement&&(o.tagName.toLowerCase()===`media-volume-range`||o.tagName.toLowerCase()===`media-time-range`);[` `,`ArrowLeft`,`ArrowRight`,`ArrowUp`,`ArrowDown`].includes(r)&&!F(this,Yr).contains(An(r))&&!s&&e.preventDefault(),this.addEventListener(`keyup`,F(this,ri),{once:!0})},oi=new WeakSet,si=function(){F(this,R)&&(F(this,R).hotkeys=F(this,Yr).value||void 0,(this.noHotkeys||F(this,Yr).contains(`noshift+/`))&&(F(this,R).open=!1))},ci=new WeakSet,li=function(){F(this,R)||(qr(this,R,g.createElement(`media-keyboard-shortcuts-dialog`)),Jr(this,oi,si).call(this),this.appendChild(F(this,R))),F(this,R).open=!0};var _i=Object.values(y),vi=Object.values(Re),yi=e=>{var t;let{observedAttributes:n}=e.constructor;!n&&e.nodeName?.includes(`-`)&&(h.customElements.upgrade(e),{observedAttributes:n}=e.constructor);let r=((t=(e?.getAttribute)?.call(e,v.MEDIA_CHROME_ATTRIBUTES))?.split)?.call(t,/\s+/);return Array.isArray(n||r)?(n||r).filter(e=>_i.includes(e)):[]},bi=e=>(e.nodeName?.includes(`-`)&&h.customElements.get(e.nodeName?.toLowerCase())&&!(e instanceof h.customElements.get(e.nodeName.toLowerCase()))&&h.customElements.upgrade(e),vi.some(t=>t in e)),xi=e=>bi(e)||!!yi(e).length,Si=e=>(e?.join)?.call(e,`:`),Ci={[y.MEDIA_SUBTITLES_LIST]:or,[y.MEDIA_SUBTITLES_SHOWING]:or,[y.MEDIA_SEEKABLE]:Si,[y.MEDIA_BUFFERED]:e=>e?.map(Si).join(` `),[y.MEDIA_PREVIEW_COORDS]:e=>e?.join(` `),[y.MEDIA_RENDITION_LIST]:Gn,[y.MEDIA_AUDIO_TRACK_LIST]:Yn},wi=async(e,t,n)=>{if(e.isConnected||await er(0),typeof n==`boolean`||n==null)return E(e,t,n);if(typeof n==`number`)return w(e,t,n);if(typeof n==`string`)return O(e,t,n);if(Array.isArray(n)&&!n.length)return e.removeAttribute(t);let r=Ci[t]?.call(Ci,n)??n;return e.setAttribute(t,r)},Ti=e=>!!e.closest?.call(e,`*[slot="media"]`),Ei=(e,t)=>{if(Ti(e))return;let n=(e,t)=>{xi(e)&&t(e);let{children:n=[]}=e??{},r=e?.shadowRoot?.children??[];[...n,...r].forEach(e=>Ei(e,t))},r=e?.nodeName.toLowerCase();r.includes(`-`)&&!xi(e)?h.customElements.whenDefined(r).then(()=>{n(e,t)}):n(e,t)},Di=(e,t,n)=>{e.forEach(e=>{if(t in e){e[t]=n;return}let r=yi(e),i=t.toLowerCase();r.includes(i)&&wi(e,i,n)})},Oi=(e,t,n)=>{Ei(e,t);let r=e=>{t(e?.composedPath()[0]??e.target)},i=e=>{n(e?.composedPath()[0]??e.target)};e.addEventListener(_.REGISTER_MEDIA_STATE_RECEIVER,r),e.addEventListener(_.UNREGISTER_MEDIA_STATE_RECEIVER,i);let a=e=>{e.forEach(e=>{let{addedNodes:r=[],removedNodes:i=[],type:a,target:o,attributeName:s}=e;a===`childList`?(Array.prototype.forEach.call(r,e=>Ei(e,t)),Array.prototype.forEach.call(i,e=>Ei(e,n))):a===`attributes`&&s===v.MEDIA_CHROME_ATTRIBUTES&&(xi(o)?t(o):n(o))})},o=[],s=e=>{let r=e.target;r.name!==`media`&&(o.forEach(e=>Ei(e,n)),o=[...r.assignedElements({flatten:!0})],o.forEach(e=>Ei(e,t)))};e.addEventListener(`slotchange`,s);let c=new MutationObserver(a);return c.observe(e,{childList:!0,attributes:!0,subtree:!0}),()=>{Ei(e,n),e.removeEventListener(`slotchange`,s),c.disconnect(),e.removeEventListener(_.REGISTER_MEDIA_STATE_RECEIVER,r),e.removeEventListener(_.UNREGISTER_MEDIA_STATE_RECEIVER,i)}};h.customElements.get(`media-controller`)||h.customElements.define(`media-controller`,gi);var ki=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ai=(e,t,n)=>(ki(e,t,`read from private field`),n?n.call(e):t.get(e)),ji=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Mi=(e,t,n,r)=>(ki(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Ni;function Pi(e){return`
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
  `}var Fi=class extends h.HTMLElement{constructor(){if(super(),ji(this,Ni,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[v.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===v.MEDIA_CONTROLLER&&(t&&((i=(r=Ai(this,Ni))?.unassociateElement)==null||i.call(r,this),Mi(this,Ni,null)),n&&this.isConnected&&(Mi(this,Ni,this.getRootNode()?.getElementById(n)),(o=(a=Ai(this,Ni))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let n=this.getAttribute(v.MEDIA_CONTROLLER);n&&(Mi(this,Ni,this.getRootNode()?.getElementById(n)),(t=(e=Ai(this,Ni))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=Ai(this,Ni))?.unassociateElement)==null||t.call(e,this),Mi(this,Ni,null)}};Ni=new WeakMap,Fi.shadowRootOptions={mode:`open`},Fi.getTemplateHTML=Pi,h.customElements.get(`media-control-bar`)||h.customElements.define(`media-control-bar`,Fi);var Ii={PLACEMENT:`placement`,BOUNDS:`bounds`};function Li(e){return`
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
  `}var Ri=class extends h.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{if(!it(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;let e=this.placement;if(e===`left`||e===`right`){this.style.removeProperty(`--media-tooltip-offset-x`);return}let t=getComputedStyle(this),n=tt(this,`#`+this.bounds)??Qe(this);if(!n)return;let{x:r,width:i}=n.getBoundingClientRect(),{x:a,width:o}=this.getBoundingClientRect(),s=a+o,c=r+i,l=t.getPropertyValue(`--media-tooltip-offset-x`),u=l?parseFloat(l.replace(`px`,``)):0,d=t.getPropertyValue(`--media-tooltip-container-margin`),f=d?parseFloat(d.replace(`px`,``)):0,p=a-r+u-f,m=s-c+u+f;p<0?this.style.setProperty(`--media-tooltip-offset-x`,`${p}px`):m>0?this.style.setProperty(`--media-tooltip-offset-x`,`${m}px`):this.style.removeProperty(`--media-tooltip-offset-x`)},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}if(this.arrowEl=this.shadowRoot.querySelector(`#arrow`),Object.prototype.hasOwnProperty.call(this,`placement`)){let e=this.placement;delete this.placement,this.placement=e}}static get observedAttributes(){return[Ii.PLACEMENT,Ii.BOUNDS]}get placement(){return D(this,Ii.PLACEMENT)}set placement(e){O(this,Ii.PLACEMENT,e)}get bounds(){return D(this,Ii.BOUNDS)}set bounds(e){O(this,Ii.BOUNDS,e)}};Ri.shadowRootOptions={mode:`open`},Ri.getTemplateHTML=Li,h.customElements.get(`media-tooltip`)||h.customElements.define(`media-tooltip`,Ri);var zi=Ri,Bi=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},B=(e,t,n)=>(Bi(e,t,`read from private field`),n?n.call(e):t.get(e)),Vi=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Hi=(e,t,n,r)=>(Bi(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Ui=(e,t,n)=>(Bi(e,t,`access private method`),n),Wi,Gi,Ki,qi,Ji,Yi,Xi,Zi,Qi,$i={TOOLTIP_PLACEMENT:`tooltipplacement`,DISABLED:`disabled`,NO_TOOLTIP:`notooltip`};function ea(e,t={}){return`
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
        <template shadowrootmode="${zi.shadowRootOptions.mode}">
          ${zi.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(e)}
        </slot>
      </media-tooltip>
    </slot>
  `}function ta(e,t){return`
    <slot></slot>
  `}function na(){return``}var V=class extends h.HTMLElement{constructor(){if(super(),Vi(this,Ki),Vi(this,Zi),Vi(this,Wi,void 0),this.preventClick=!1,this.tooltipEl=null,Vi(this,Gi,e=>{this.preventClick||this.handleClick(e),setTimeout(B(this,Ji),0)}),Vi(this,Ji,()=>{var e,t;(t=(e=this.tooltipEl)?.updateXOffset)==null||t.call(e)}),Vi(this,Yi,e=>{let{key:t}=e;this.keysUsed.includes(t)?this.preventClick||this.handleClick(e):this.removeEventListener(`keyup`,B(this,Yi))}),Vi(this,Xi,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!this.keysUsed.includes(r)?this.removeEventListener(`keyup`,B(this,Yi)):this.addEventListener(`keyup`,B(this,Yi),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}this.tooltipEl=this.shadowRoot.querySelector(`media-tooltip`)}static get observedAttributes(){return[`disabled`,$i.TOOLTIP_PLACEMENT,v.MEDIA_CONTROLLER,y.MEDIA_LANG]}enable(){this.addEventListener(`click`,B(this,Gi)),this.addEventListener(`keydown`,B(this,Xi)),this.tabIndex=0}disable(){this.removeEventListener(`click`,B(this,Gi)),this.removeEventListener(`keydown`,B(this,Xi)),this.removeEventListener(`keyup`,B(this,Yi)),this.tabIndex=-1}attributeChangedCallback(e,t,n){var r,i,a,o;e===v.MEDIA_CONTROLLER?(t&&((i=(r=B(this,Wi))?.unassociateElement)==null||i.call(r,this),Hi(this,Wi,null)),n&&this.isConnected&&(Hi(this,Wi,this.getRootNode()?.getElementById(n)),(o=(a=B(this,Wi))?.associateElement)==null||o.call(a,this))):e===`disabled`&&n!==t?n==null?this.enable():this.disable():e===$i.TOOLTIP_PLACEMENT&&this.tooltipEl&&n!==t?this.tooltipEl.placement=n:e===y.MEDIA_LANG&&(this.shadowRoot.querySelector(`slot[name="tooltip-content"]`).innerHTML=this.constructor.getTooltipContentHTML()),Ui(this,Ki,qi).call(this)&&B(this,Ji).call(this)}connectedCallback(){var e,t;let{style:n}=S(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute(`disabled`)?this.disable():this.enable(),this.setAttribute(`role`,`button`);let r=this.getAttribute(v.MEDIA_CONTROLLER);r&&(Hi(this,Wi,this.getRootNode()?.getElementById(r)),(t=(e=B(this,Wi))?.associateElement)==null||t.call(e,this)),h.customElements.whenDefined(`media-tooltip`).then(()=>Ui(this,Zi,Qi).call(this))}disconnectedCallback(){var e,t;this.disable(),(t=(e=B(this,Wi))?.unassociateElement)==null||t.call(e,this),Hi(this,Wi,null),this.removeEventListener(`mouseenter`,B(this,Ji)),this.removeEventListener(`focus`,B(this,Ji)),this.removeEventListener(`click`,B(this,Gi))}get keysUsed(){return[`Enter`,` `]}get tooltipPlacement(){return D(this,$i.TOOLTIP_PLACEMENT)}set tooltipPlacement(e){O(this,$i.TOOLTIP_PLACEMENT,e)}get mediaController(){return D(this,v.MEDIA_CONTROLLER)}set mediaController(e){O(this,v.MEDIA_CONTROLLER,e)}get disabled(){return T(this,$i.DISABLED)}set disabled(e){E(this,$i.DISABLED,e)}get noTooltip(){return T(this,$i.NO_TOOLTIP)}set noTooltip(e){E(this,$i.NO_TOOLTIP,e)}handleClick(e){}};Wi=new WeakMap,Gi=new WeakMap,Ki=new WeakSet,qi=function(){try{return this.matches(`:hover, :focus-visible`)}catch{return this.matches(`:hover, :focus`)}},Ji=new WeakMap,Yi=new WeakMap,Xi=new WeakMap,Zi=new WeakSet,Qi=function(){this.addEventListener(`mouseenter`,B(this,Ji)),this.addEventListener(`focus`,B(this,Ji)),this.addEventListener(`click`,B(this,Gi));let e=this.tooltipPlacement;e&&this.tooltipEl&&(this.tooltipEl.placement=e)},V.shadowRootOptions={mode:`open`},V.getTemplateHTML=ea,V.getSlotTemplateHTML=ta,V.getTooltipContentHTML=na,h.customElements.get(`media-chrome-button`)||h.customElements.define(`media-chrome-button`,V);var ra=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,ia=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function aa(e){return`
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
      <slot name="play">${ra}</slot>
      <slot name="pause">${ia}</slot>
    </slot>
  `}function oa(){return`
    <slot name="tooltip-play">${A(`Play`)}</slot>
    <slot name="tooltip-pause">${A(`Pause`)}</slot>
  `}var sa=e=>{let t=e.mediaPaused?A(`play`):A(`pause`);e.setAttribute(`aria-label`,t)},ca=class extends V{static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PAUSED,y.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),sa(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),(e===y.MEDIA_PAUSED||e===y.MEDIA_LANG)&&sa(this)}get mediaPaused(){return T(this,y.MEDIA_PAUSED)}set mediaPaused(e){E(this,y.MEDIA_PAUSED,e)}handleClick(){let e=this.mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new h.CustomEvent(e,{composed:!0,bubbles:!0}))}};ca.getSlotTemplateHTML=aa,ca.getTooltipContentHTML=oa,h.customElements.get(`media-play-button`)||h.customElements.define(`media-play-button`,ca);var la=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,ua=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,da=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function fa(e){return`
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
      <slot name="off">${la}</slot>
      <slot name="low">${ua}</slot>
      <slot name="medium">${ua}</slot>
      <slot name="high">${da}</slot>
    </slot>
  `}function pa(){return`
    <slot name="tooltip-mute">${A(`Mute`)}</slot>
    <slot name="tooltip-unmute">${A(`Unmute`)}</slot>
  `}var ma=e=>{let t=e.mediaVolumeLevel===`off`?A(`unmute`):A(`mute`);e.setAttribute(`aria-label`,t)},ha=class extends V{static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),ma(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_VOLUME_LEVEL&&ma(this)}get mediaVolumeLevel(){return D(this,y.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(e){O(this,y.MEDIA_VOLUME_LEVEL,e)}handleClick(){let e=this.mediaVolumeLevel===`off`?_.MEDIA_UNMUTE_REQUEST:_.MEDIA_MUTE_REQUEST;this.dispatchEvent(new h.CustomEvent(e,{composed:!0,bubbles:!0}))}};ha.getSlotTemplateHTML=fa,ha.getTooltipContentHTML=pa,h.customElements.get(`media-mute-button`)||h.customElements.define(`media-mute-button`,ha);var ga=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},H=(e,t,n)=>(ga(e,t,`read from private field`),n?n.call(e):t.get(e)),U=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},_a=(e,t,n,r)=>(ga(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),va=(e,t,n)=>(ga(e,t,`access private method`),n),ya,ba,xa,Sa,Ca,wa,Ta,Ea,Da,Oa,ka,Aa,ja,Ma,Na,Pa,Fa,Ia,La,Ra,za,Ba,Va,Ha,Ua;function Wa(e){return`
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
  `}function Ga(e){return``}var Ka=class extends h.HTMLElement{constructor(){if(super(),U(this,Oa),U(this,Aa),U(this,Ma),U(this,Pa),U(this,Ia),U(this,Ra),U(this,Ba),U(this,Ha),U(this,ya,void 0),U(this,ba,void 0),U(this,xa,void 0),U(this,Sa,void 0),U(this,Ca,{}),U(this,wa,[]),U(this,Ta,()=>{if(this.range.matches(`:focus-visible`)){let{style:e}=S(this.shadowRoot,`:host`);e.setProperty(`--_focus-visible-box-shadow`,`var(--_focus-box-shadow)`)}}),U(this,Ea,()=>{let{style:e}=S(this.shadowRoot,`:host`);e.removeProperty(`--_focus-visible-box-shadow`)}),U(this,Da,()=>{let e=this.shadowRoot.querySelector(`#segments-clipping`);e&&e.parentNode.append(e)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes),t=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(t):this.shadowRoot.innerHTML=t}this.container=this.shadowRoot.querySelector(`#container`),_a(this,xa,this.shadowRoot.querySelector(`#startpoint`)),_a(this,Sa,this.shadowRoot.querySelector(`#endpoint`)),this.range=this.shadowRoot.querySelector(`#range`),this.appearance=this.shadowRoot.querySelector(`#appearance`)}static get observedAttributes(){return[`disabled`,`aria-disabled`,v.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===v.MEDIA_CONTROLLER?(t&&((i=(r=H(this,ya))?.unassociateElement)==null||i.call(r,this),_a(this,ya,null)),n&&this.isConnected&&(_a(this,ya,this.getRootNode()?.getElementById(n)),(o=(a=H(this,ya))?.associateElement)==null||o.call(a,this))):(e===`disabled`||e===`aria-disabled`&&t!==n)&&(n==null?(this.range.removeAttribute(e),va(this,Aa,ja).call(this)):(this.range.setAttribute(e,n),va(this,Ma,Na).call(this)))}connectedCallback(){var e,t;let{style:n}=S(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),H(this,Ca).pointer=S(this.shadowRoot,`#pointer`),H(this,Ca).progress=S(this.shadowRoot,`#progress`),H(this,Ca).thumb=S(this.shadowRoot,`#thumb, ::slotted([slot="thumb"])`),H(this,Ca).activeSegment=S(this.shadowRoot,`#segments-clipping rect:nth-child(0)`);let r=this.getAttribute(v.MEDIA_CONTROLLER);r&&(_a(this,ya,this.getRootNode()?.getElementById(r)),(t=(e=H(this,ya))?.associateElement)==null||t.call(e,this)),this.updateBar(),this.shadowRoot.addEventListener(`focusin`,H(this,Ta)),this.shadowRoot.addEventListener(`focusout`,H(this,Ea)),va(this,Aa,ja).call(this),Xe(this.container,H(this,Da))}disconnectedCallback(){var e,t;va(this,Ma,Na).call(this),(t=(e=H(this,ya))?.unassociateElement)==null||t.call(e,this),_a(this,ya,null),this.shadowRoot.removeEventListener(`focusin`,H(this,Ta)),this.shadowRoot.removeEventListener(`focusout`,H(this,Ea)),Ze(this.container,H(this,Da))}updatePointerBar(e){var t;(t=H(this,Ca).pointer)==null||t.style.setProperty(`width`,`${this.getPointerRatio(e)*100}%`)}updateBar(){var e,t;let n=this.range.valueAsNumber*100;(e=H(this,Ca).progress)==null||e.style.setProperty(`width`,`${n}%`),(t=H(this,Ca).thumb)==null||t.style.setProperty(`left`,`${n}%`)}updateSegments(e){let t=this.shadowRoot.querySelector(`#segments-clipping`);if(t.textContent=``,this.container.classList.toggle(`segments`,!!e?.length),!e?.length)return;let n=[...new Set([+this.range.min,...e.flatMap(e=>[e.start,e.end]),+this.range.max])];_a(this,wa,[...n]);let r=n.pop();for(let[e,i]of n.entries()){let[a,o]=[e===0,e===n.length-1],s=a?`calc(var(--segments-gap) / -1)`:`${i*100}%`,c=`calc(${((o?r:n[e+1])-i)*100}%${a||o?``:` - var(--segments-gap)`})`,l=g.createElementNS(`http://www.w3.org/2000/svg`,`rect`),u=st(this.shadowRoot,`#segments-clipping rect:nth-child(${e+1})`);u.style.setProperty(`x`,s),u.style.setProperty(`width`,c),t.append(l)}}getPointerRatio(e){return at(e.clientX,e.clientY,H(this,xa).getBoundingClientRect(),H(this,Sa).getBoundingClientRect())}get dragging(){return this.hasAttribute(`dragging`)}handleEvent(e){switch(e.type){case`pointermove`:va(this,Ha,Ua).call(this,e);break;case`input`:this.updateBar();break;case`pointerenter`:va(this,Ia,La).call(this,e);break;case`pointerdown`:va(this,Pa,Fa).call(this,e);break;case`pointerup`:va(this,Ra,za).call(this);break;case`pointerleave`:va(this,Ba,Va).call(this)}}get keysUsed(){return[`ArrowUp`,`ArrowRight`,`ArrowDown`,`ArrowLeft`]}};ya=new WeakMap,ba=new WeakMap,xa=new WeakMap,Sa=new WeakMap,Ca=new WeakMap,wa=new WeakMap,Ta=new WeakMap,Ea=new WeakMap,Da=new WeakMap,Oa=new WeakSet,ka=function(e){let t=H(this,Ca).activeSegment;if(!t)return;let n=this.getPointerRatio(e),r=`#segments-clipping rect:nth-child(${H(this,wa).findIndex((e,t,r)=>{let i=r[t+1];return i!=null&&n>=e&&n<=i})+1})`;t.selectorText==r&&t.style.transform||(t.selectorText=r,t.style.setProperty(`transform`,`var(--media-range-segment-hover-transform, scaleY(2))`))},Aa=new WeakSet,ja=function(){!this.hasAttribute(`disabled`)&&this.isConnected&&(this.addEventListener(`input`,this),this.addEventListener(`pointerdown`,this),this.addEventListener(`pointerenter`,this))},Ma=new WeakSet,Na=function(){var e,t;this.removeEventListener(`input`,this),this.removeEventListener(`pointerdown`,this),this.removeEventListener(`pointerenter`,this),this.removeEventListener(`pointerleave`,this),(e=h.window)==null||e.removeEventListener(`pointerup`,this),(t=h.window)==null||t.removeEventListener(`pointermove`,this)},Pa=new WeakSet,Fa=function(e){var t;_a(this,ba,e.composedPath().includes(this.range)),(t=h.window)==null||t.addEventListener(`pointerup`,this,{once:!0})},Ia=new WeakSet,La=function(e){var t;e.pointerType!==`mouse`&&va(this,Pa,Fa).call(this,e),this.addEventListener(`pointerleave`,this,{once:!0}),(t=h.window)==null||t.addEventListener(`pointermove`,this)},Ra=new WeakSet,za=function(){var e;(e=h.window)==null||e.removeEventListener(`pointerup`,this),this.toggleAttribute(`dragging`,!1),this.range.disabled=this.hasAttribute(`disabled`)},Ba=new WeakSet,Va=function(){var e,t;this.removeEventListener(`pointerleave`,this),(e=h.window)==null||e.removeEventListener(`pointermove`,this),this.toggleAttribute(`dragging`,!1),this.range.disabled=this.hasAttribute(`disabled`),(t=H(this,Ca).activeSegment)==null||t.style.removeProperty(`transform`)},Ha=new WeakSet,Ua=function(e){(e.pointerType!==`pen`||e.buttons!==0)&&(this.toggleAttribute(`dragging`,e.buttons===1||e.pointerType!==`mouse`),this.updatePointerBar(e),va(this,Oa,ka).call(this,e),this.dragging&&(e.pointerType!==`mouse`||!H(this,ba))&&(this.range.disabled=!0,this.range.valueAsNumber=this.getPointerRatio(e),this.range.dispatchEvent(new Event(`input`,{bubbles:!0,composed:!0}))))},Ka.shadowRootOptions={mode:`open`},Ka.getTemplateHTML=Wa,Ka.getContainerTemplateHTML=Ga,h.customElements.get(`media-chrome-range`)||h.customElements.define(`media-chrome-range`,Ka);var qa=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ja=(e,t,n)=>(qa(e,t,`read from private field`),n?n.call(e):t.get(e)),Ya=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Xa,Za=1,Qa=e=>e.mediaMuted?0:e.mediaVolume,$a=e=>`${Math.round(e*100)}%`,eo=class extends Ka{constructor(){super(...arguments),Ya(this,Xa,()=>{let e=this.range.value,t=new h.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(t)})}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_VOLUME,y.MEDIA_MUTED,y.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute(`aria-label`,A(`volume`)),this.range.addEventListener(`input`,Ja(this,Xa))}disconnectedCallback(){this.range.removeEventListener(`input`,Ja(this,Xa)),super.disconnectedCallback()}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),(e===y.MEDIA_VOLUME||e===y.MEDIA_MUTED)&&(this.range.valueAsNumber=Qa(this),this.range.setAttribute(`aria-valuetext`,$a(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return C(this,y.MEDIA_VOLUME,Za)}set mediaVolume(e){w(this,y.MEDIA_VOLUME,e)}get mediaMuted(){return T(this,y.MEDIA_MUTED)}set mediaMuted(e){E(this,y.MEDIA_MUTED,e)}get mediaVolumeUnavailable(){return D(this,y.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(e){O(this,y.MEDIA_VOLUME_UNAVAILABLE,e)}};Xa=new WeakMap,h.customElements.get(`media-volume-range`)||h.customElements.define(`media-volume-range`,eo);var to=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},no=(e,t,n)=>(to(e,t,`read from private field`),n?n.call(e):t.get(e)),ro=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},io=(e,t,n,r)=>(to(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),ao;function oo(e){return`
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
  `}var so=class extends h.HTMLElement{constructor(){if(super(),ro(this,ao,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[v.MEDIA_CONTROLLER,y.MEDIA_PREVIEW_IMAGE,y.MEDIA_PREVIEW_COORDS]}connectedCallback(){var e,t;let n=this.getAttribute(v.MEDIA_CONTROLLER);n&&(io(this,ao,this.getRootNode()?.getElementById(n)),(t=(e=no(this,ao))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=no(this,ao))?.unassociateElement)==null||t.call(e,this),io(this,ao,null)}attributeChangedCallback(e,t,n){var r,i,a,o;[y.MEDIA_PREVIEW_IMAGE,y.MEDIA_PREVIEW_COORDS].includes(e)&&this.update(),e===v.MEDIA_CONTROLLER&&(t&&((i=(r=no(this,ao))?.unassociateElement)==null||i.call(r,this),io(this,ao,null)),n&&this.isConnected&&(io(this,ao,this.getRootNode()?.getElementById(n)),(o=(a=no(this,ao))?.associateElement)==null||o.call(a,this)))}get mediaPreviewImage(){return D(this,y.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){O(this,y.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewCoords(){let e=this.getAttribute(y.MEDIA_PREVIEW_COORDS);if(e)return e.split(/\s+/).map(e=>+e)}set mediaPreviewCoords(e){e?this.setAttribute(y.MEDIA_PREVIEW_COORDS,e.join(` `)):this.removeAttribute(y.MEDIA_PREVIEW_COORDS)}update(){let e=this.mediaPreviewCoords,t=this.mediaPreviewImage;if(!(e&&t))return;let[n,r,i,a]=e,o=t.split(`#`)[0],s=getComputedStyle(this),{maxWidth:c,maxHeight:l,minWidth:u,minHeight:d}=s,f=s.getPropertyValue(`--media-preview-thumbnail-object-fit`).trim()||`contain`,p,m;if(f===`fill`){let e=parseInt(c)/i,t=parseInt(l)/a,n=parseInt(u)/i,r=parseInt(d)/a;p=e<1?e:Math.max(e,n),m=t<1?t:Math.max(t,r)}else{let e=Math.min(parseInt(c)/i,parseInt(l)/a),t=Math.max(parseInt(u)/i,parseInt(d)/a),n=e<1?e:t>1?t:1;p=n,m=n}let{style:ee}=S(this.shadowRoot,`:host`),te=S(this.shadowRoot,`img`).style,ne=this.shadowRoot.querySelector(`img`),re=Math.min(p,m)<1?`min`:`max`;ee.setProperty(`${re}-width`,`initial`,`important`),ee.setProperty(`${re}-height`,`initial`,`important`),ee.width=`${i*p}px`,ee.height=`${a*m}px`;let ie=()=>{te.width=`${this.imgWidth*p}px`,te.height=`${this.imgHeight*m}px`,te.display=`block`};ne.src!==o&&(ne.onload=()=>{this.imgWidth=ne.naturalWidth,this.imgHeight=ne.naturalHeight,ie(),ne.onload=null},ne.src=o,ie()),ie(),te.transform=`translate(-${n*p}px, -${r*m}px)`}};ao=new WeakMap,so.shadowRootOptions={mode:`open`},so.getTemplateHTML=oo,h.customElements.get(`media-preview-thumbnail`)||h.customElements.define(`media-preview-thumbnail`,so);var co=so,lo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},uo=(e,t,n)=>(lo(e,t,`read from private field`),n?n.call(e):t.get(e)),fo=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},po=(e,t,n,r)=>(lo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),mo;function ho(e,t={}){return`
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
  `}function go(e,t){return`
    <slot></slot>
  `}var _o=class extends h.HTMLElement{constructor(){if(super(),fo(this,mo,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[v.MEDIA_CONTROLLER]}attributeChangedCallback(e,t,n){var r,i,a,o;e===v.MEDIA_CONTROLLER&&(t&&((i=(r=uo(this,mo))?.unassociateElement)==null||i.call(r,this),po(this,mo,null)),n&&this.isConnected&&(po(this,mo,this.getRootNode()?.getElementById(n)),(o=(a=uo(this,mo))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let{style:n}=S(this.shadowRoot,`:host`);n.setProperty(`display`,`var(--media-control-display, var(--${this.localName}-display, inline-flex))`);let r=this.getAttribute(v.MEDIA_CONTROLLER);r&&(po(this,mo,this.getRootNode()?.getElementById(r)),(t=(e=uo(this,mo))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=uo(this,mo))?.unassociateElement)==null||t.call(e,this),po(this,mo,null)}};mo=new WeakMap,_o.shadowRootOptions={mode:`open`},_o.getTemplateHTML=ho,_o.getSlotTemplateHTML=go,h.customElements.get(`media-text-display`)||h.customElements.define(`media-text-display`,_o);var vo=[{singular:`hour`,plural:`hours`},{singular:`minute`,plural:`minutes`},{singular:`second`,plural:`seconds`}],yo=(e,t)=>`${e} ${A(e===1?vo[t].singular:vo[t].plural)}`,bo=e=>{if(!$n(e))return``;let t=Math.abs(e),n=t!==e,r=new Date(0,0,0,0,0,t,0),i=[r.getHours(),r.getMinutes(),r.getSeconds()].map((e,t)=>e&&yo(e,t)).filter(e=>e).join(`, `);return n?A(`{time} remaining`,{time:i}):t===0?yo(0,2):i};function xo(e,t){let n=!1;e<0&&(n=!0,e=0-e),e=e<0?0:e;let r=Math.floor(e%60),i=Math.floor(e/60%60),a=Math.floor(e/3600),o=Math.floor(t/60%60),s=Math.floor(t/3600);return(isNaN(e)||e===1/0)&&(a=i=r=`0`),a=a>0||s>0?a+`:`:``,i=((a||o>=10)&&i<10?`0`+i:i)+`:`,r=r<10?`0`+r:r,(n?`-`:``)+a+i+r}Object.freeze({length:0,start(e){let t=e>>>0;if(t>=this.length)throw new DOMException(`Failed to execute 'start' on 'TimeRanges': The index provided (${t}) is greater than or equal to the maximum bound (${this.length}).`);return 0},end(e){let t=e>>>0;if(t>=this.length)throw new DOMException(`Failed to execute 'end' on 'TimeRanges': The index provided (${t}) is greater than or equal to the maximum bound (${this.length}).`);return 0}});var So=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Co=(e,t,n)=>(So(e,t,`read from private field`),n?n.call(e):t.get(e)),wo=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},To=(e,t,n,r)=>(So(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Eo,Do=class extends _o{constructor(){super(),wo(this,Eo,void 0),To(this,Eo,this.shadowRoot.querySelector(`slot`)),Co(this,Eo).textContent=xo(0)}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PREVIEW_TIME]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_PREVIEW_TIME&&n!=null&&(Co(this,Eo).textContent=xo(parseFloat(n)))}get mediaPreviewTime(){return C(this,y.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){w(this,y.MEDIA_PREVIEW_TIME,e)}};Eo=new WeakMap,h.customElements.get(`media-preview-time-display`)||h.customElements.define(`media-preview-time-display`,Do);var Oo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},ko=(e,t,n)=>(Oo(e,t,`read from private field`),n?n.call(e):t.get(e)),Ao=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},jo=(e,t,n,r)=>(Oo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Mo,No=class extends _o{constructor(){super(),Ao(this,Mo,void 0),jo(this,Mo,this.shadowRoot.querySelector(`slot`))}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PREVIEW_CHAPTER,y.MEDIA_LANG]}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),(e===y.MEDIA_PREVIEW_CHAPTER||e===y.MEDIA_LANG)&&n!==t&&n!=null){if(ko(this,Mo).textContent=n,n!==``){let e=A(`chapter: {chapterName}`,{chapterName:n});this.setAttribute(`aria-valuetext`,e)}else this.removeAttribute(`aria-valuetext`)}}get mediaPreviewChapter(){return D(this,y.MEDIA_PREVIEW_CHAPTER)}set mediaPreviewChapter(e){O(this,y.MEDIA_PREVIEW_CHAPTER,e)}};Mo=new WeakMap,h.customElements.get(`media-preview-chapter-display`)||h.customElements.define(`media-preview-chapter-display`,No);var Po=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},W=(e,t,n)=>(Po(e,t,`read from private field`),n?n.call(e):t.get(e)),Fo=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},G=(e,t,n,r)=>(Po(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Io=(e,t,n,r)=>({set _(r){G(e,t,r,n)},get _(){return W(e,t,r)}}),Lo,Ro,zo,Bo,Vo,Ho,Uo,Wo,Go,Ko,qo=class{constructor(e,t,n){Fo(this,Lo,void 0),Fo(this,Ro,void 0),Fo(this,zo,void 0),Fo(this,Bo,void 0),Fo(this,Vo,void 0),Fo(this,Ho,void 0),Fo(this,Uo,void 0),Fo(this,Wo,void 0),Fo(this,Go,0),Fo(this,Ko,(e=performance.now())=>{G(this,Go,requestAnimationFrame(W(this,Ko))),G(this,Bo,performance.now()-W(this,zo));let t=1e3/this.fps;if(W(this,Bo)>t){G(this,zo,e-W(this,Bo)%t);let n=1e3/((e-W(this,Ro))/++Io(this,Vo)._),r=(e-W(this,Ho))/1e3/this.duration,i=W(this,Uo)+r*this.playbackRate;i-W(this,Lo).valueAsNumber>0?G(this,Wo,this.playbackRate/this.duration/n):(G(this,Wo,.995*W(this,Wo)),i=W(this,Lo).valueAsNumber+W(this,Wo)),this.callback(i)}}),G(this,Lo,e),this.callback=t,this.fps=n}start(){W(this,Go)===0&&(G(this,zo,performance.now()),G(this,Ro,W(this,zo)),G(this,Vo,0),W(this,Ko).call(this))}stop(){W(this,Go)!==0&&(cancelAnimationFrame(W(this,Go)),G(this,Go,0))}update({start:e,duration:t,playbackRate:n}){let r=e-W(this,Lo).valueAsNumber,i=Math.abs(t-this.duration);(r>0||r<-.5/t||i>=.5)&&this.callback(e),G(this,Uo,e),G(this,Ho,performance.now()),this.duration=t,this.playbackRate=n}};Lo=new WeakMap,Ro=new WeakMap,zo=new WeakMap,Bo=new WeakMap,Vo=new WeakMap,Ho=new WeakMap,Uo=new WeakMap,Wo=new WeakMap,Go=new WeakMap,Ko=new WeakMap;var Jo=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},K=(e,t,n)=>(Jo(e,t,`read from private field`),n?n.call(e):t.get(e)),q=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},J=(e,t,n,r)=>(Jo(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Y=(e,t,n)=>(Jo(e,t,`access private method`),n),Yo,Xo,Zo,Qo,$o,es,ts,ns,rs,is,as,os,ss,cs,ls,us,ds,fs,ps,ms,hs,gs,_s,vs,ys,bs,xs=e=>{let t=e.range,n=bo(+ws(e)),r=bo(+e.mediaSeekableEnd),i=n&&r?A(`{currentTime} of {totalTime}`,{currentTime:n,totalTime:r}):A(`video not loaded, unknown time.`);t.setAttribute(`aria-valuetext`,i)};function Ss(e){return`
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
          <template shadowrootmode="${co.shadowRootOptions.mode}">
            ${co.getTemplateHTML({})}
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
  `}var Cs=(e,t=e.mediaCurrentTime)=>{let n=Number.isFinite(e.mediaSeekableStart)?e.mediaSeekableStart:0,r=Number.isFinite(e.mediaDuration)?e.mediaDuration:e.mediaSeekableEnd;if(Number.isNaN(r))return 0;let i=(t-n)/(r-n);return Math.max(0,Math.min(i,1))},ws=(e,t=e.range.valueAsNumber)=>{let n=Number.isFinite(e.mediaSeekableStart)?e.mediaSeekableStart:0,r=Number.isFinite(e.mediaDuration)?e.mediaDuration:e.mediaSeekableEnd;return Number.isNaN(r)?0:t*(r-n)+n},Ts=class extends Ka{constructor(){super(),q(this,os),q(this,ls),q(this,ds),q(this,ps),q(this,hs),q(this,_s),q(this,ys),q(this,Yo,null),q(this,Xo,void 0),q(this,Zo,void 0),q(this,Qo,void 0),q(this,$o,void 0),q(this,es,void 0),q(this,ts,void 0),q(this,ns,void 0),q(this,rs,void 0),q(this,is,void 0),q(this,as,()=>{Y(this,os,ss).call(this)?K(this,Xo).start():K(this,Xo).stop()}),q(this,cs,e=>{this.dragging||($n(e)&&(this.range.valueAsNumber=e),K(this,is)||this.updateBar())}),this.shadowRoot.querySelector(`#track`).insertAdjacentHTML(`afterbegin`,`<div id="buffered" part="buffered"></div>`),J(this,Zo,this.shadowRoot.querySelectorAll(`[part~="box"]`)),J(this,$o,this.shadowRoot.querySelector(`[part~="preview-box"]`)),J(this,es,this.shadowRoot.querySelector(`[part~="current-box"]`));let e=getComputedStyle(this);J(this,ts,parseInt(e.getPropertyValue(`--media-box-padding-left`))),J(this,ns,parseInt(e.getPropertyValue(`--media-box-padding-right`))),J(this,Xo,new qo(this.range,K(this,cs),60))}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PAUSED,y.MEDIA_DURATION,y.MEDIA_SEEKABLE,y.MEDIA_CURRENT_TIME,y.MEDIA_PREVIEW_IMAGE,y.MEDIA_PREVIEW_TIME,y.MEDIA_PREVIEW_CHAPTER,y.MEDIA_BUFFERED,y.MEDIA_PLAYBACK_RATE,y.MEDIA_LOADING,y.MEDIA_ENDED]}connectedCallback(){var e;super.connectedCallback(),this.range.setAttribute(`aria-label`,A(`seek`)),K(this,as).call(this),J(this,Yo,this.getRootNode()),(e=K(this,Yo))==null||e.addEventListener(`transitionstart`,this)}disconnectedCallback(){var e;super.disconnectedCallback(),K(this,Xo).stop(),(e=K(this,Yo))==null||e.removeEventListener(`transitionstart`,this),J(this,Yo,null)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),t!=n&&(e===y.MEDIA_CURRENT_TIME||e===y.MEDIA_PAUSED||e===y.MEDIA_ENDED||e===y.MEDIA_LOADING||e===y.MEDIA_DURATION||e===y.MEDIA_SEEKABLE?(K(this,Xo).update({start:Cs(this),duration:this.mediaSeekableEnd-this.mediaSeekableStart,playbackRate:this.mediaPlaybackRate}),K(this,as).call(this),xs(this)):e===y.MEDIA_BUFFERED&&this.updateBufferedBar(),(e===y.MEDIA_DURATION||e===y.MEDIA_SEEKABLE)&&(this.mediaChaptersCues=K(this,rs),this.updateBar()))}get mediaChaptersCues(){return K(this,rs)}set mediaChaptersCues(e){J(this,rs,e),this.updateSegments(K(this,rs)?.map(e=>({start:Cs(this,e.startTime),end:Cs(this,e.endTime)})))}get mediaPaused(){return T(this,y.MEDIA_PAUSED)}set mediaPaused(e){E(this,y.MEDIA_PAUSED,e)}get mediaLoading(){return T(this,y.MEDIA_LOADING)}set mediaLoading(e){E(this,y.MEDIA_LOADING,e)}get mediaDuration(){return C(this,y.MEDIA_DURATION)}set mediaDuration(e){w(this,y.MEDIA_DURATION,e)}get mediaCurrentTime(){return C(this,y.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){w(this,y.MEDIA_CURRENT_TIME,e)}get mediaPlaybackRate(){return C(this,y.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){w(this,y.MEDIA_PLAYBACK_RATE,e)}get mediaBuffered(){let e=this.getAttribute(y.MEDIA_BUFFERED);return e?e.split(` `).map(e=>e.split(`:`).map(e=>+e)):[]}set mediaBuffered(e){if(!e){this.removeAttribute(y.MEDIA_BUFFERED);return}let t=e.map(e=>e.join(`:`)).join(` `);this.setAttribute(y.MEDIA_BUFFERED,t)}get mediaSeekable(){let e=this.getAttribute(y.MEDIA_SEEKABLE);if(e)return e.split(`:`).map(e=>+e)}set mediaSeekable(e){e==null?this.removeAttribute(y.MEDIA_SEEKABLE):this.setAttribute(y.MEDIA_SEEKABLE,e.join(`:`))}get mediaSeekableEnd(){let[,e=this.mediaDuration]=this.mediaSeekable??[];return e}get mediaSeekableStart(){let[e=0]=this.mediaSeekable??[];return e}get mediaPreviewImage(){return D(this,y.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){O(this,y.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewTime(){return C(this,y.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){w(this,y.MEDIA_PREVIEW_TIME,e)}get mediaEnded(){return T(this,y.MEDIA_ENDED)}set mediaEnded(e){E(this,y.MEDIA_ENDED,e)}updateBar(){super.updateBar(),this.updateBufferedBar(),this.updateCurrentBox()}updateBufferedBar(){let e=this.mediaBuffered;if(!e.length)return;let t;if(this.mediaEnded)t=1;else{let n=this.mediaCurrentTime,[,r=this.mediaSeekableStart]=e.find(([e,t])=>e<=n&&n<=t)??[];t=Cs(this,r)}let{style:n}=S(this.shadowRoot,`#buffered`);n.setProperty(`width`,`${t*100}%`)}updateCurrentBox(){if(!this.shadowRoot.querySelector(`slot[name="current"]`).assignedElements().length)return;let e=S(this.shadowRoot,`#current-rail`),t=S(this.shadowRoot,`[part~="current-box"]`),n=Y(this,ls,us).call(this,K(this,es)),r=Y(this,ds,fs).call(this,n,this.range.valueAsNumber),i=Y(this,ps,ms).call(this,n,this.range.valueAsNumber);e.style.transform=`translateX(${r})`,e.style.setProperty(`--_range-width`,`${n.range.width}`),t.style.setProperty(`--_box-shift`,`${i}`),t.style.setProperty(`--_box-width`,`${n.box.width}px`),t.style.setProperty(`visibility`,`initial`)}handleEvent(e){switch(super.handleEvent(e),e.type){case`input`:Y(this,ys,bs).call(this);break;case`pointermove`:Y(this,hs,gs).call(this,e);break;case`pointerup`:K(this,is)&&J(this,is,!1);break;case`pointerdown`:J(this,is,!0);break;case`pointerleave`:Y(this,_s,vs).call(this,null);break;case`transitionstart`:et(e.target,this)&&setTimeout(()=>K(this,as).call(this),0)}}};Yo=new WeakMap,Xo=new WeakMap,Zo=new WeakMap,Qo=new WeakMap,$o=new WeakMap,es=new WeakMap,ts=new WeakMap,ns=new WeakMap,rs=new WeakMap,is=new WeakMap,as=new WeakMap,os=new WeakSet,ss=function(){return this.isConnected&&!this.mediaPaused&&!this.mediaLoading&&!this.mediaEnded&&this.mediaSeekableEnd>0&&it(this)},cs=new WeakMap,ls=new WeakSet,us=function(e){let t=((this.getAttribute(`bounds`)?tt(this,`#${this.getAttribute(`bounds`)}`):this.parentElement)??this).getBoundingClientRect(),n=this.range.getBoundingClientRect(),r=e.offsetWidth;return{box:{width:r,min:-(n.left-t.left-r/2),max:t.right-n.left-r/2},bounds:t,range:n}},ds=new WeakSet,fs=function(e,t){let n=`${t*100}%`,{width:r,min:i,max:a}=e.box;if(!r)return n;if(Number.isNaN(i)||(n=`max(${`calc(1 / var(--_range-width) * 100 * ${i}% + var(--media-box-padding-left))`}, ${n})`),!Number.isNaN(a)){let e=`calc(1 / var(--_range-width) * 100 * ${a}% - var(--media-box-padding-right))`;n=`min(${n}, ${e})`}return n},ps=new WeakSet,ms=function(e,t){let{width:n,min:r,max:i}=e.box,a=t*e.range.width;if(a<r+K(this,ts)){let t=e.range.left-e.bounds.left-K(this,ts);return`${a-n/2+t}px`}if(a>i-K(this,ns)){let t=e.bounds.right-e.range.right-K(this,ns);return`${a+n/2-t-e.range.width}px`}return 0},hs=new WeakSet,gs=function(e){let t=[...K(this,Zo)].some(t=>e.composedPath().includes(t));if(!this.dragging&&(t||!e.composedPath().includes(this))){Y(this,_s,vs).call(this,null);return}let n=this.mediaSeekableEnd;if(!n)return;let r=S(this.shadowRoot,`#preview-rail`),i=S(this.shadowRoot,`[part~="preview-box"]`),a=Y(this,ls,us).call(this,K(this,$o)),o=(e.clientX-a.range.left)/a.range.width;o=Math.max(0,Math.min(1,o));let s=Y(this,ds,fs).call(this,a,o),c=Y(this,ps,ms).call(this,a,o);r.style.transform=`translateX(${s})`,r.style.setProperty(`--_range-width`,`${a.range.width}`),i.style.setProperty(`--_box-shift`,`${c}`),i.style.setProperty(`--_box-width`,`${a.box.width}px`);let l=Math.round(K(this,Qo))-Math.round(o*n);Math.abs(l)<1&&o>.01&&o<.99||(J(this,Qo,o*n),Y(this,_s,vs).call(this,K(this,Qo)))},_s=new WeakSet,vs=function(e){this.dispatchEvent(new h.CustomEvent(_.MEDIA_PREVIEW_REQUEST,{composed:!0,bubbles:!0,detail:e}))},ys=new WeakSet,bs=function(){K(this,Xo).stop();let e=ws(this);this.dispatchEvent(new h.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:e}))},Ts.shadowRootOptions={mode:`open`},Ts.getContainerTemplateHTML=Ss,h.customElements.get(`media-time-range`)||h.customElements.define(`media-time-range`,Ts);var Es=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ds=(e,t,n)=>(Es(e,t,`read from private field`),n?n.call(e):t.get(e)),Os=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ks=(e,t,n,r)=>(Es(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),As=(e,t,n)=>(Es(e,t,`access private method`),n),js,Ms,Ns,Ps,Fs,Is,Ls,Rs,zs,Bs,Vs,Hs={REMAINING:`remaining`,SHOW_DURATION:`showduration`,NO_TOGGLE:`notoggle`},Us=[...Object.values(Hs),y.MEDIA_CURRENT_TIME,y.MEDIA_DURATION,y.MEDIA_SEEKABLE],Ws=[`Enter`,` `],Gs=`&nbsp;/&nbsp;`,Ks=(e,{timesSep:t=Gs}={})=>{let n=e.mediaCurrentTime??0,[,r]=e.mediaSeekable??[],i=0;Number.isFinite(e.mediaDuration)?i=e.mediaDuration:Number.isFinite(r)&&(i=r);let a=e.remaining?xo(0-(i-n)):xo(n);return e.showDuration?`${a}${t}${xo(i)}`:a},qs=e=>{let t=e.mediaCurrentTime,[,n]=e.mediaSeekable??[],r=null;if(Number.isFinite(e.mediaDuration)?r=e.mediaDuration:Number.isFinite(n)&&(r=n),t==null||r===null){e.setAttribute(`aria-description`,A(`video not loaded, unknown time.`));return}let i=e.remaining?bo(0-(r-t)):bo(t);if(!e.showDuration){e.setAttribute(`aria-description`,i);return}let a=A(`{currentTime} of {totalTime}`,{currentTime:i,totalTime:bo(r)});e.setAttribute(`aria-description`,a)};function Js(e,t){return`
    <slot>${Ks(t)}</slot>
  `}var Ys=e=>{e.setAttribute(`aria-label`,A(`playback time`))},Xs=class extends _o{constructor(){super(),Os(this,Ps),Os(this,Is),Os(this,Rs),Os(this,Bs),Os(this,js,void 0),Os(this,Ms,null),Os(this,Ns,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!Ws.includes(r)?this.removeEventListener(`keyup`,Ds(this,Ms)):this.addEventListener(`keyup`,Ds(this,Ms))}),ks(this,js,this.shadowRoot.querySelector(`slot`)),Ds(this,js).innerHTML=`${Ks(this)}`}static get observedAttributes(){return[...super.observedAttributes,...Us,`disabled`]}connectedCallback(){let{style:e}=S(this.shadowRoot,`:host(:hover:not([notoggle]))`);e.setProperty(`cursor`,`var(--media-cursor, pointer)`),e.setProperty(`background`,`var(--media-control-hover-background, rgba(50 50 70 / .7))`),this.setAttribute(`aria-label`,A(`playback time`)),As(this,Rs,zs).call(this),super.connectedCallback()}toggleTimeDisplay(){this.noToggle||(this.hasAttribute(`remaining`)?this.removeAttribute(`remaining`):this.setAttribute(`remaining`,``))}disconnectedCallback(){this.disable(),As(this,Is,Ls).call(this),super.disconnectedCallback()}attributeChangedCallback(e,t,n){Ys(this),Us.includes(e)?this.update():e===`disabled`&&n!==t?n==null?As(this,Rs,zs).call(this):As(this,Bs,Vs).call(this):e===Hs.NO_TOGGLE&&n!==t&&(this.noToggle?As(this,Bs,Vs).call(this):As(this,Rs,zs).call(this)),super.attributeChangedCallback(e,t,n)}enable(){this.noToggle||(this.tabIndex=0)}disable(){this.tabIndex=-1}get remaining(){return T(this,Hs.REMAINING)}set remaining(e){E(this,Hs.REMAINING,e)}get showDuration(){return T(this,Hs.SHOW_DURATION)}set showDuration(e){E(this,Hs.SHOW_DURATION,e)}get noToggle(){return T(this,Hs.NO_TOGGLE)}set noToggle(e){E(this,Hs.NO_TOGGLE,e)}get mediaDuration(){return C(this,y.MEDIA_DURATION)}set mediaDuration(e){w(this,y.MEDIA_DURATION,e)}get mediaCurrentTime(){return C(this,y.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){w(this,y.MEDIA_CURRENT_TIME,e)}get mediaSeekable(){let e=this.getAttribute(y.MEDIA_SEEKABLE);if(e)return e.split(`:`).map(e=>+e)}set mediaSeekable(e){e==null?this.removeAttribute(y.MEDIA_SEEKABLE):this.setAttribute(y.MEDIA_SEEKABLE,e.join(`:`))}update(){let e=Ks(this);qs(this),e!==Ds(this,js).innerHTML&&(Ds(this,js).innerHTML=e)}};js=new WeakMap,Ms=new WeakMap,Ns=new WeakMap,Ps=new WeakSet,Fs=function(){Ds(this,Ms)||(ks(this,Ms,e=>{let{key:t}=e;Ws.includes(t)?this.toggleTimeDisplay():this.removeEventListener(`keyup`,Ds(this,Ms))}),this.addEventListener(`keydown`,Ds(this,Ns)),this.addEventListener(`click`,this.toggleTimeDisplay))},Is=new WeakSet,Ls=function(){Ds(this,Ms)&&(this.removeEventListener(`keyup`,Ds(this,Ms)),this.removeEventListener(`keydown`,Ds(this,Ns)),this.removeEventListener(`click`,this.toggleTimeDisplay),ks(this,Ms,null))},Rs=new WeakSet,zs=function(){!this.noToggle&&!this.hasAttribute(`disabled`)&&(this.setAttribute(`role`,`button`),this.enable(),As(this,Ps,Fs).call(this))},Bs=new WeakSet,Vs=function(){this.removeAttribute(`role`),this.disable(),As(this,Is,Ls).call(this)},Xs.getSlotTemplateHTML=Js,h.customElements.get(`media-time-display`)||h.customElements.define(`media-time-display`,Xs);var Zs=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M22.83 5.68a2.58 2.58 0 0 0-2.3-2.5c-3.62-.24-11.44-.24-15.06 0a2.58 2.58 0 0 0-2.3 2.5c-.23 4.21-.23 8.43 0 12.64a2.58 2.58 0 0 0 2.3 2.5c3.62.24 11.44.24 15.06 0a2.58 2.58 0 0 0 2.3-2.5c.23-4.21.23-8.43 0-12.64Zm-11.39 9.45a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.92 3.92 0 0 1 .92-2.77 3.18 3.18 0 0 1 2.43-1 2.94 2.94 0 0 1 2.13.78c.364.359.62.813.74 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.17 1.61 1.61 0 0 0-1.29.58 2.79 2.79 0 0 0-.5 1.89 3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.48 1.48 0 0 0 1-.37 2.1 2.1 0 0 0 .59-1.14l1.4.44a3.23 3.23 0 0 1-1.07 1.69Zm7.22 0a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.88 3.88 0 0 1 .93-2.77 3.14 3.14 0 0 1 2.42-1 3 3 0 0 1 2.16.82 2.8 2.8 0 0 1 .73 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.21 1.61 1.61 0 0 0-1.29.58A2.79 2.79 0 0 0 15 12a3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.44 1.44 0 0 0 1-.37 2.1 2.1 0 0 0 .6-1.15l1.4.44a3.17 3.17 0 0 1-1.1 1.7Z"/>
</svg>`,Qs=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M17.73 14.09a1.4 1.4 0 0 1-1 .37 1.579 1.579 0 0 1-1.27-.58A3 3 0 0 1 15 12a2.8 2.8 0 0 1 .5-1.85 1.63 1.63 0 0 1 1.29-.57 1.47 1.47 0 0 1 1.51 1.2l1.43-.34A2.89 2.89 0 0 0 19 9.07a3 3 0 0 0-2.14-.78 3.14 3.14 0 0 0-2.42 1 3.91 3.91 0 0 0-.93 2.78 3.74 3.74 0 0 0 .92 2.66 3.07 3.07 0 0 0 2.34 1 3.07 3.07 0 0 0 1.91-.57 3.17 3.17 0 0 0 1.07-1.74l-1.4-.45c-.083.43-.3.822-.62 1.12Zm-7.22 0a1.43 1.43 0 0 1-1 .37 1.58 1.58 0 0 1-1.27-.58A3 3 0 0 1 7.76 12a2.8 2.8 0 0 1 .5-1.85 1.63 1.63 0 0 1 1.29-.57 1.47 1.47 0 0 1 1.51 1.2l1.43-.34a2.81 2.81 0 0 0-.74-1.32 2.94 2.94 0 0 0-2.13-.78 3.18 3.18 0 0 0-2.43 1 4 4 0 0 0-.92 2.78 3.74 3.74 0 0 0 .92 2.66 3.07 3.07 0 0 0 2.34 1 3.07 3.07 0 0 0 1.91-.57 3.23 3.23 0 0 0 1.07-1.74l-1.4-.45a2.06 2.06 0 0 1-.6 1.07Zm12.32-8.41a2.59 2.59 0 0 0-2.3-2.51C18.72 3.05 15.86 3 13 3c-2.86 0-5.72.05-7.53.17a2.59 2.59 0 0 0-2.3 2.51c-.23 4.207-.23 8.423 0 12.63a2.57 2.57 0 0 0 2.3 2.5c1.81.13 4.67.19 7.53.19 2.86 0 5.72-.06 7.53-.19a2.57 2.57 0 0 0 2.3-2.5c.23-4.207.23-8.423 0-12.63Zm-1.49 12.53a1.11 1.11 0 0 1-.91 1.11c-1.67.11-4.45.18-7.43.18-2.98 0-5.76-.07-7.43-.18a1.11 1.11 0 0 1-.91-1.11c-.21-4.14-.21-8.29 0-12.43a1.11 1.11 0 0 1 .91-1.11C7.24 4.56 10 4.49 13 4.49s5.76.07 7.43.18a1.11 1.11 0 0 1 .91 1.11c.21 4.14.21 8.29 0 12.43Z"/>
</svg>`;function $s(e){return`
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
      <slot name="on">${Zs}</slot>
      <slot name="off">${Qs}</slot>
    </slot>
  `}function ec(){return`
    <slot name="tooltip-enable">${A(`Enable captions`)}</slot>
    <slot name="tooltip-disable">${A(`Disable captions`)}</slot>
  `}var tc=e=>{e.setAttribute(`aria-checked`,dr(e).toString())},nc=class extends V{static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_SUBTITLES_LIST,y.MEDIA_SUBTITLES_SHOWING]}connectedCallback(){super.connectedCallback(),this.setAttribute(`role`,`button`),this.setAttribute(`aria-label`,A(`closed captions`)),tc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_SUBTITLES_SHOWING&&tc(this)}get mediaSubtitlesList(){return rc(this,y.MEDIA_SUBTITLES_LIST)}set mediaSubtitlesList(e){ic(this,y.MEDIA_SUBTITLES_LIST,e)}get mediaSubtitlesShowing(){return rc(this,y.MEDIA_SUBTITLES_SHOWING)}set mediaSubtitlesShowing(e){ic(this,y.MEDIA_SUBTITLES_SHOWING,e)}handleClick(){this.dispatchEvent(new h.CustomEvent(_.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}))}};nc.getSlotTemplateHTML=$s,nc.getTooltipContentHTML=ec;var rc=(e,t)=>{let n=e.getAttribute(t);return n?rr(n):[]},ic=(e,t,n)=>{if(!n?.length){e.removeAttribute(t);return}let r=or(n);e.getAttribute(t)!==r&&e.setAttribute(t,r)};h.customElements.get(`media-captions-button`)||h.customElements.define(`media-captions-button`,nc);var ac=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},oc=(e,t,n)=>(ac(e,t,`read from private field`),n?n.call(e):t.get(e)),sc=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},cc=(e,t,n,r)=>(ac(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),lc,uc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,dc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function fc(e){return`
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
      <slot name="enter">${uc}</slot>
      <slot name="exit">${dc}</slot>
    </slot>
  `}function pc(){return`
    <slot name="tooltip-enter">${A(`Enter fullscreen mode`)}</slot>
    <slot name="tooltip-exit">${A(`Exit fullscreen mode`)}</slot>
  `}var mc=e=>{let t=e.mediaIsFullscreen?A(`exit fullscreen mode`):A(`enter fullscreen mode`);e.setAttribute(`aria-label`,t)},hc=class extends V{constructor(){super(...arguments),sc(this,lc,null)}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_IS_FULLSCREEN,y.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),mc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_IS_FULLSCREEN&&mc(this)}get mediaFullscreenUnavailable(){return D(this,y.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(e){O(this,y.MEDIA_FULLSCREEN_UNAVAILABLE,e)}get mediaIsFullscreen(){return T(this,y.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(e){E(this,y.MEDIA_IS_FULLSCREEN,e)}handleClick(e){cc(this,lc,e);let t=oc(this,lc)instanceof PointerEvent,n=this.mediaIsFullscreen?new h.CustomEvent(_.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new h.CustomEvent(_.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(n)}};lc=new WeakMap,hc.getSlotTemplateHTML=fc,hc.getTooltipContentHTML=pc,h.customElements.get(`media-fullscreen-button`)||h.customElements.define(`media-fullscreen-button`,hc);var gc=`<svg aria-hidden="true" viewBox="0 0 28 24">
  <path d="M24 3H4a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h20a1 1 0 0 0 1-1V4a1 1 0 0 0-1-1Zm-1 16H5V5h18v14Zm-3-8h-7v5h7v-5Z"/>
</svg>`;function _c(e){return`
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
      <slot name="enter">${gc}</slot>
      <slot name="exit">${gc}</slot>
    </slot>
  `}function vc(){return`
    <slot name="tooltip-enter">${A(`Enter picture in picture mode`)}</slot>
    <slot name="tooltip-exit">${A(`Exit picture in picture mode`)}</slot>
  `}var yc=e=>{let t=e.mediaIsPip?A(`exit picture in picture mode`):A(`enter picture in picture mode`);e.setAttribute(`aria-label`,t)},bc=class extends V{static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_IS_PIP,y.MEDIA_PIP_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),yc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_IS_PIP&&yc(this)}get mediaPipUnavailable(){return D(this,y.MEDIA_PIP_UNAVAILABLE)}set mediaPipUnavailable(e){O(this,y.MEDIA_PIP_UNAVAILABLE,e)}get mediaIsPip(){return T(this,y.MEDIA_IS_PIP)}set mediaIsPip(e){E(this,y.MEDIA_IS_PIP,e)}handleClick(){let e=this.mediaIsPip?_.MEDIA_EXIT_PIP_REQUEST:_.MEDIA_ENTER_PIP_REQUEST;this.dispatchEvent(new h.CustomEvent(e,{composed:!0,bubbles:!0}))}};bc.getSlotTemplateHTML=_c,bc.getTooltipContentHTML=vc,h.customElements.get(`media-pip-button`)||h.customElements.define(`media-pip-button`,bc);var xc=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M22.13 3H3.87a.87.87 0 0 0-.87.87v13.26a.87.87 0 0 0 .87.87h3.4L9 16H5V5h16v11h-4l1.72 2h3.4a.87.87 0 0 0 .87-.87V3.87a.87.87 0 0 0-.86-.87Zm-8.75 11.44a.5.5 0 0 0-.76 0l-4.91 5.73a.5.5 0 0 0 .38.83h9.82a.501.501 0 0 0 .38-.83l-4.91-5.73Z"/>
</svg>
`;function Sc(e){return`
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
      <slot name="enter">${xc}</slot>
      <slot name="exit">${xc}</slot>
    </slot>
  `}function Cc(){return`
    <slot name="tooltip-enter">${A(`start airplay`)}</slot>
    <slot name="tooltip-exit">${A(`stop airplay`)}</slot>
  `}var wc=e=>{let t=e.mediaIsAirplaying?A(`stop airplay`):A(`start airplay`);e.setAttribute(`aria-label`,t)},Tc=class extends V{static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_IS_AIRPLAYING,y.MEDIA_AIRPLAY_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),wc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_IS_AIRPLAYING&&wc(this)}get mediaIsAirplaying(){return T(this,y.MEDIA_IS_AIRPLAYING)}set mediaIsAirplaying(e){E(this,y.MEDIA_IS_AIRPLAYING,e)}get mediaAirplayUnavailable(){return D(this,y.MEDIA_AIRPLAY_UNAVAILABLE)}set mediaAirplayUnavailable(e){O(this,y.MEDIA_AIRPLAY_UNAVAILABLE,e)}handleClick(){let e=new h.CustomEvent(_.MEDIA_AIRPLAY_REQUEST,{composed:!0,bubbles:!0});this.dispatchEvent(e)}};Tc.getSlotTemplateHTML=Sc,Tc.getTooltipContentHTML=Cc,h.customElements.get(`media-airplay-button`)||h.customElements.define(`media-airplay-button`,Tc);var{MEDIA_TIME_IS_LIVE:Ec,MEDIA_PAUSED:Dc}=y,{MEDIA_SEEK_TO_LIVE_REQUEST:Oc,MEDIA_PLAY_REQUEST:kc}=_,Ac=`<svg viewBox="0 0 6 12" aria-hidden="true"><circle cx="3" cy="6" r="2"></circle></svg>`;function jc(e){return`
    <style>
      :host { --media-tooltip-display: none; }
      
      slot[name=indicator] > *,
      :host ::slotted([slot=indicator]) {
        
        min-width: auto;
        fill: var(--media-live-button-icon-color, rgb(140, 140, 140));
        color: var(--media-live-button-icon-color, rgb(140, 140, 140));
      }

      :host([${Ec}]:not([${Dc}])) slot[name=indicator] > *,
      :host([${Ec}]:not([${Dc}])) ::slotted([slot=indicator]) {
        fill: var(--media-live-button-indicator-color, rgb(255, 0, 0));
        color: var(--media-live-button-indicator-color, rgb(255, 0, 0));
      }

      :host([${Ec}]:not([${Dc}])) {
        cursor: var(--media-cursor, not-allowed);
      }

      slot[name=text]{
        text-transform: uppercase;
      }

    </style>

    <slot name="indicator">${Ac}</slot>
    
    <slot name="spacer">&nbsp;</slot><slot name="text">${A(`live`)}</slot>
  `}var Mc=e=>{let t=e.mediaPaused||!e.mediaTimeIsLive,n=A(t?`seek to live`:`playing live`);e.setAttribute(`aria-label`,n);let r=e.shadowRoot?.querySelector(`slot[name="text"]`);r&&(r.textContent=A(`live`)),t?e.removeAttribute(`aria-disabled`):e.setAttribute(`aria-disabled`,`true`)},Nc=class extends V{static get observedAttributes(){return[...super.observedAttributes,Ec,Dc]}connectedCallback(){super.connectedCallback(),Mc(this)}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),Mc(this)}get mediaPaused(){return T(this,y.MEDIA_PAUSED)}set mediaPaused(e){E(this,y.MEDIA_PAUSED,e)}get mediaTimeIsLive(){return T(this,y.MEDIA_TIME_IS_LIVE)}set mediaTimeIsLive(e){E(this,y.MEDIA_TIME_IS_LIVE,e)}handleClick(){(this.mediaPaused||!this.mediaTimeIsLive)&&(this.dispatchEvent(new h.CustomEvent(Oc,{composed:!0,bubbles:!0})),this.hasAttribute(Dc)&&this.dispatchEvent(new h.CustomEvent(kc,{composed:!0,bubbles:!0})))}};Nc.getSlotTemplateHTML=jc,h.customElements.get(`media-live-button`)||h.customElements.define(`media-live-button`,Nc);var Pc=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Fc=(e,t,n)=>(Pc(e,t,`read from private field`),n?n.call(e):t.get(e)),Ic=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Lc=(e,t,n,r)=>(Pc(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Rc,zc,Bc={LOADING_DELAY:`loadingdelay`,NO_AUTOHIDE:`noautohide`},Vc=500,Hc=`
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
`;function Uc(e){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${Vc}ms);
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

    <slot name="icon">${Hc}</slot>
    <div id="status" role="status" aria-live="polite">${A(`media loading`)}</div>
  `}var Wc=class extends h.HTMLElement{constructor(){if(super(),Ic(this,Rc,void 0),Ic(this,zc,Vc),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[v.MEDIA_CONTROLLER,y.MEDIA_PAUSED,y.MEDIA_LOADING,Bc.LOADING_DELAY]}attributeChangedCallback(e,t,n){var r,i,a,o;e===Bc.LOADING_DELAY&&t!==n?this.loadingDelay=Number(n):e===v.MEDIA_CONTROLLER&&(t&&((i=(r=Fc(this,Rc))?.unassociateElement)==null||i.call(r,this),Lc(this,Rc,null)),n&&this.isConnected&&(Lc(this,Rc,this.getRootNode()?.getElementById(n)),(o=(a=Fc(this,Rc))?.associateElement)==null||o.call(a,this)))}connectedCallback(){var e,t;let n=this.getAttribute(v.MEDIA_CONTROLLER);n&&(Lc(this,Rc,this.getRootNode()?.getElementById(n)),(t=(e=Fc(this,Rc))?.associateElement)==null||t.call(e,this))}disconnectedCallback(){var e,t;(t=(e=Fc(this,Rc))?.unassociateElement)==null||t.call(e,this),Lc(this,Rc,null)}get loadingDelay(){return Fc(this,zc)}set loadingDelay(e){Lc(this,zc,e);let{style:t}=S(this.shadowRoot,`:host`);t.setProperty(`--_loading-indicator-delay`,`var(--media-loading-indicator-transition-delay, ${e}ms)`)}get mediaPaused(){return T(this,y.MEDIA_PAUSED)}set mediaPaused(e){E(this,y.MEDIA_PAUSED,e)}get mediaLoading(){return T(this,y.MEDIA_LOADING)}set mediaLoading(e){E(this,y.MEDIA_LOADING,e)}get mediaController(){return D(this,v.MEDIA_CONTROLLER)}set mediaController(e){O(this,v.MEDIA_CONTROLLER,e)}get noAutohide(){return T(this,Bc.NO_AUTOHIDE)}set noAutohide(e){E(this,Bc.NO_AUTOHIDE,e)}};Rc=new WeakMap,zc=new WeakMap,Wc.shadowRootOptions={mode:`open`},Wc.getTemplateHTML=Uc,h.customElements.get(`media-loading-indicator`)||h.customElements.define(`media-loading-indicator`,Wc);var Gc={PLACEHOLDER_SRC:`placeholdersrc`,SRC:`src`};function Kc(e){return`
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
  `}var qc=e=>{e.style.removeProperty(`background-image`)},Jc=(e,t)=>{e.style[`background-image`]=`url('${t}')`},Yc=class extends h.HTMLElement{static get observedAttributes(){return[Gc.PLACEHOLDER_SRC,Gc.SRC]}constructor(){if(super(),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}this.image=this.shadowRoot.querySelector(`#image`)}attributeChangedCallback(e,t,n){e===Gc.SRC&&(n==null?this.image.removeAttribute(Gc.SRC):this.image.setAttribute(Gc.SRC,n)),e===Gc.PLACEHOLDER_SRC&&(n==null?qc(this.image):Jc(this.image,n))}get placeholderSrc(){return D(this,Gc.PLACEHOLDER_SRC)}set placeholderSrc(e){O(this,Gc.SRC,e)}get src(){return D(this,Gc.SRC)}set src(e){O(this,Gc.SRC,e)}};Yc.shadowRootOptions={mode:`open`},Yc.getTemplateHTML=Kc,h.customElements.get(`media-poster-image`)||h.customElements.define(`media-poster-image`,Yc);function Xc({anchor:e,floating:t,placement:n}){let{x:r,y:i}=$c(Zc({anchor:e,floating:t}),n);return{x:r,y:i}}function Zc({anchor:e,floating:t}){return{anchor:Qc(e,t.offsetParent),floating:{x:0,y:0,width:t.offsetWidth,height:t.offsetHeight}}}function Qc(e,t){let n=e.getBoundingClientRect(),r=t?.getBoundingClientRect()??{x:0,y:0};return{x:n.x-r.x,y:n.y-r.y,width:n.width,height:n.height}}function $c({anchor:e,floating:t},n){let r=tl(n)===`x`?`y`:`x`,i=r===`y`?`height`:`width`,a=el(n),o=e.x+e.width/2-t.width/2,s=e.y+e.height/2-t.height/2,c=e[i]/2-t[i]/2,l;switch(a){case`top`:l={x:o,y:e.y-t.height};break;case`bottom`:l={x:o,y:e.y+e.height};break;case`right`:l={x:e.x+e.width,y:s};break;case`left`:l={x:e.x-t.width,y:s};break;default:l={x:e.x,y:e.y}}switch(n.split(`-`)[1]){case`start`:l[r]-=c;break;case`end`:l[r]+=c}return l}function el(e){return e.split(`-`)[0]}function tl(e){return[`top`,`bottom`].includes(el(e))?`y`:`x`}var nl=class extends Event{constructor({action:e=`auto`,relatedTarget:t,...n}){super(`invoke`,n),this.action=e,this.relatedTarget=t}},rl=class extends Event{constructor({newState:e,oldState:t,...n}){super(`toggle`,n),this.newState=e,this.oldState=t}},il=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},X=(e,t,n)=>(il(e,t,`read from private field`),n?n.call(e):t.get(e)),Z=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},al=(e,t,n,r)=>(il(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Q=(e,t,n)=>(il(e,t,`access private method`),n),ol,sl,cl,ll,ul,dl,fl,pl,ml,hl,gl,_l,vl,yl,bl,xl,Sl,Cl,wl,Tl,El,Dl,Ol,kl,Al,jl,Ml,Nl,Pl,Fl,Il,Ll,Rl,zl,Bl,Vl,Hl,Ul,Wl,Gl,Kl,ql,Jl,Yl,Xl,Zl;function Ql({type:e,text:t,value:n,checked:r}){let i=g.createElement(`media-chrome-menu-item`);i.type=e??``,i.part.add(`menu-item`),e&&i.part.add(e),i.value=n,i.checked=r;let a=g.createElement(`span`);return a.textContent=t,i.append(a),i}function $l(e,t){let n=e.querySelector(`:scope > [slot="${t}"]`);if(n?.nodeName==`SLOT`&&(n=n.assignedElements({flatten:!0})[0]),n)return n=n.cloneNode(!0),n;let r=e.shadowRoot.querySelector(`[name="${t}"] > svg`);return r?r.cloneNode(!0):``}function eu(e){return`
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
  `}var tu={STYLE:`style`,HIDDEN:`hidden`,DISABLED:`disabled`,ANCHOR:`anchor`},nu=class extends h.HTMLElement{constructor(){if(super(),Z(this,pl),Z(this,hl),Z(this,vl),Z(this,bl),Z(this,Sl),Z(this,wl),Z(this,Ol),Z(this,Al),Z(this,Ml),Z(this,Pl),Z(this,Il),Z(this,Rl),Z(this,Bl),Z(this,Hl),Z(this,Wl),Z(this,Kl),Z(this,Jl),Z(this,Xl),Z(this,ol,null),Z(this,sl,null),Z(this,cl,null),Z(this,ll,new Set),Z(this,ul,void 0),Z(this,dl,!1),Z(this,fl,null),Z(this,_l,()=>{let e=X(this,ll),t=new Set(this.items);for(let n of e)t.has(n)||this.dispatchEvent(new CustomEvent(`removemenuitem`,{detail:n}));for(let n of t)e.has(n)||this.dispatchEvent(new CustomEvent(`addmenuitem`,{detail:n}));al(this,ll,t)}),Z(this,El,()=>{Q(this,Ol,kl).call(this),Q(this,Al,jl).call(this,!1)}),Z(this,Dl,()=>{Q(this,Ol,kl).call(this)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}this.container=this.shadowRoot.querySelector(`#container`),this.defaultSlot=this.shadowRoot.querySelector(`slot:not([name])`),al(this,ul,new MutationObserver(X(this,_l)))}static get observedAttributes(){return[tu.DISABLED,tu.HIDDEN,tu.STYLE,tu.ANCHOR,v.MEDIA_CONTROLLER]}static formatMenuItemText(e,t){return e}enable(){this.addEventListener(`click`,this),this.addEventListener(`focusout`,this),this.addEventListener(`keydown`,this),this.addEventListener(`invoke`,this),this.addEventListener(`toggle`,this)}disable(){this.removeEventListener(`click`,this),this.removeEventListener(`focusout`,this),this.removeEventListener(`keyup`,this),this.removeEventListener(`invoke`,this),this.removeEventListener(`toggle`,this)}handleEvent(e){switch(e.type){case`slotchange`:Q(this,pl,ml).call(this,e);break;case`invoke`:Q(this,bl,xl).call(this,e);break;case`click`:Q(this,Ml,Nl).call(this,e);break;case`toggle`:Q(this,Il,Ll).call(this,e);break;case`focusout`:Q(this,Bl,Vl).call(this,e);break;case`keydown`:Q(this,Hl,Ul).call(this,e)}}connectedCallback(){var e,t;X(this,ul).observe(this.defaultSlot,{childList:!0}),al(this,fl,st(this.shadowRoot,`:host`)),Q(this,vl,yl).call(this),this.hasAttribute(`disabled`)||this.enable(),this.role||=`menu`,al(this,ol,$e(this)),(t=(e=X(this,ol))?.associateElement)==null||t.call(e,this),this.hidden||(Xe(iu(this),X(this,El)),Xe(this,X(this,Dl))),Q(this,hl,gl).call(this),this.shadowRoot.addEventListener(`slotchange`,this)}disconnectedCallback(){var e,t;X(this,ul).disconnect(),Ze(iu(this),X(this,El)),Ze(this,X(this,Dl)),this.disable(),(t=(e=X(this,ol))?.unassociateElement)==null||t.call(e,this),al(this,ol,null),al(this,sl,null),al(this,cl,null),this.shadowRoot.removeEventListener(`slotchange`,this)}attributeChangedCallback(e,t,n){var r,i,a,o;e===tu.HIDDEN&&n!==t?(X(this,dl)||al(this,dl,!0),this.hidden?Q(this,wl,Tl).call(this):Q(this,Sl,Cl).call(this),this.dispatchEvent(new rl({oldState:this.hidden?`open`:`closed`,newState:this.hidden?`closed`:`open`,bubbles:!0}))):e===v.MEDIA_CONTROLLER?(t&&((i=(r=X(this,ol))?.unassociateElement)==null||i.call(r,this),al(this,ol,null)),n&&this.isConnected&&(al(this,ol,$e(this)),(o=(a=X(this,ol))?.associateElement)==null||o.call(a,this))):e===tu.DISABLED&&n!==t?n==null?this.enable():this.disable():e===tu.STYLE&&n!==t&&Q(this,vl,yl).call(this)}formatMenuItemText(e,t){return this.constructor.formatMenuItemText(e,t)}get anchor(){return this.getAttribute(`anchor`)}set anchor(e){this.setAttribute(`anchor`,`${e}`)}get anchorElement(){return this.anchor?rt(this)?.querySelector(`#${this.anchor}`):null}get items(){return this.defaultSlot.assignedElements({flatten:!0}).filter(ru)}get radioGroupItems(){return this.items.filter(e=>e.role===`menuitemradio`)}get checkedItems(){return this.items.filter(e=>e.checked)}get value(){return this.checkedItems[0]?.value??``}set value(e){let t=this.items.find(t=>t.value===e);t&&Q(this,Xl,Zl).call(this,t)}focus(){al(this,sl,nt()),this.items.length?(Q(this,Jl,Yl).call(this,this.items[0]),this.items[0].focus()):this.querySelector(`[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]`)?.focus()}handleSelect(e){var t;let n=Q(this,Wl,Gl).call(this,e);n&&(Q(this,Xl,Zl).call(this,n,n.type===`checkbox`),X(this,cl)&&!this.hidden&&((t=X(this,sl))==null||t.focus(),this.hidden=!0))}get keysUsed(){return[`Enter`,`Escape`,`Tab`,` `,`ArrowDown`,`ArrowUp`,`Home`,`End`]}handleMove(e){let{key:t}=e,n=this.items,r=Q(this,Wl,Gl).call(this,e)??Q(this,Kl,ql).call(this)??n[0],i=n.indexOf(r),a=Math.max(0,i);t===`ArrowDown`?a++:t===`ArrowUp`?a--:e.key===`Home`?a=0:e.key===`End`&&(a=n.length-1),a<0&&(a=n.length-1),a>n.length-1&&(a=0),Q(this,Jl,Yl).call(this,n[a]),n[a].focus()}};ol=new WeakMap,sl=new WeakMap,cl=new WeakMap,ll=new WeakMap,ul=new WeakMap,dl=new WeakMap,fl=new WeakMap,pl=new WeakSet,ml=function(e){let t=e.target;for(let e of t.assignedNodes({flatten:!0}))e.nodeType===3&&e.textContent.trim()===``&&e.remove();[`header`,`title`].includes(t.name)&&Q(this,hl,gl).call(this),t.name||X(this,_l).call(this)},hl=new WeakSet,gl=function(){let e=this.shadowRoot.querySelector(`slot[name="header"]`);e.hidden=this.shadowRoot.querySelector(`slot[name="title"]`).assignedNodes().length===0&&e.assignedNodes().length===0},_l=new WeakMap,vl=new WeakSet,yl=function(){let e=this.shadowRoot.querySelector(`#layout-row`),t=getComputedStyle(this).getPropertyValue(`--media-menu-layout`)?.trim();e.setAttribute(`media`,t===`row`?``:`width:0`)},bl=new WeakSet,xl=function(e){al(this,cl,e.relatedTarget),et(this,e.relatedTarget)||(this.hidden=!this.hidden)},Sl=new WeakSet,Cl=function(){var e;(e=X(this,cl))==null||e.setAttribute(`aria-expanded`,`true`),this.addEventListener(`transitionend`,()=>this.focus(),{once:!0}),Xe(iu(this),X(this,El)),Xe(this,X(this,Dl))},wl=new WeakSet,Tl=function(){var e;(e=X(this,cl))==null||e.setAttribute(`aria-expanded`,`false`),Ze(iu(this),X(this,El)),Ze(this,X(this,Dl))},El=new WeakMap,Dl=new WeakMap,Ol=new WeakSet,kl=function(e){if(this.hasAttribute(`mediacontroller`)&&!this.anchor||this.hidden||!this.anchorElement)return;let{x:t,y:n}=Xc({anchor:this.anchorElement,floating:this,placement:`top-start`});e??=this.offsetWidth;let r=iu(this).getBoundingClientRect(),i=r.width-t-e,a=r.height-n-this.offsetHeight,{style:o}=X(this,fl);o.setProperty(`position`,`absolute`),o.setProperty(`right`,`${Math.max(0,i)}px`),o.setProperty(`--_menu-bottom`,`${a}px`);let s=getComputedStyle(this),c=o.getPropertyValue(`--_menu-bottom`)===s.bottom?a:parseFloat(s.bottom),l=r.height-c-parseFloat(s.marginBottom);this.style.setProperty(`--_menu-max-height`,`${l}px`)},Al=new WeakSet,jl=function(e){let t=this.querySelector(`[role="menuitem"][aria-haspopup][aria-expanded="true"]`),n=t?.querySelector(`[role="menu"]`),{style:r}=X(this,fl);if(e||r.setProperty(`--media-menu-transition-in`,`none`),n){let e=n.offsetHeight,r=Math.max(n.offsetWidth,t.offsetWidth);this.style.setProperty(`min-width`,`${r}px`),this.style.setProperty(`min-height`,`${e}px`),Q(this,Ol,kl).call(this,r)}else this.style.removeProperty(`min-width`),this.style.removeProperty(`min-height`),Q(this,Ol,kl).call(this);r.removeProperty(`--media-menu-transition-in`)},Ml=new WeakSet,Nl=function(e){var t;if(e.stopPropagation(),e.composedPath().includes(X(this,Pl,Fl))){(t=X(this,sl))==null||t.focus(),this.hidden=!0;return}let n=Q(this,Wl,Gl).call(this,e);n&&!n.hasAttribute(`disabled`)&&(Q(this,Jl,Yl).call(this,n),this.handleSelect(e))},Pl=new WeakSet,Fl=function(){return this.shadowRoot.querySelector(`slot[name="header"]`).assignedElements({flatten:!0})?.find(e=>e.matches(`button[part~="back"]`))},Il=new WeakSet,Ll=function(e){if(e.target===this)return;Q(this,Rl,zl).call(this);let t=Array.from(this.querySelectorAll(`[role="menuitem"][aria-haspopup]`));for(let n of t)n.invokeTargetElement!=e.target&&e.newState==`open`&&n.getAttribute(`aria-expanded`)==`true`&&!n.invokeTargetElement.hidden&&n.invokeTargetElement.dispatchEvent(new nl({relatedTarget:n}));for(let e of t)e.setAttribute(`aria-expanded`,`${!e.submenuElement.hidden}`);Q(this,Al,jl).call(this,!0)},Rl=new WeakSet,zl=function(){let e=this.querySelector(`[role="menuitem"] > [role="menu"]:not([hidden])`);this.container.classList.toggle(`has-expanded`,!!e)},Bl=new WeakSet,Vl=function(e){var t;et(this,e.relatedTarget)||(X(this,dl)&&((t=X(this,sl))==null||t.focus()),X(this,cl)&&X(this,cl)!==e.relatedTarget&&!this.hidden&&(this.hidden=!0))},Hl=new WeakSet,Ul=function(e){var t,n,r,i,a;let{key:o,ctrlKey:s,altKey:c,metaKey:l}=e;if(!(s||c||l)&&this.keysUsed.includes(o)){if(e.preventDefault(),e.stopPropagation(),o===`Tab`){if(X(this,dl)){this.hidden=!0;return}e.shiftKey?(n=(t=this.previousElementSibling)?.focus)==null||n.call(t):(i=(r=this.nextElementSibling)?.focus)==null||i.call(r),this.blur()}else o===`Escape`?((a=X(this,sl))==null||a.focus(),X(this,dl)&&(this.hidden=!0)):o===`Enter`||o===` `?this.handleSelect(e):this.handleMove(e)}},Wl=new WeakSet,Gl=function(e){return e.composedPath().find(e=>[`menuitemradio`,`menuitemcheckbox`].includes(e.role))},Kl=new WeakSet,ql=function(){return this.items.find(e=>e.tabIndex===0)},Jl=new WeakSet,Yl=function(e){for(let t of this.items)t.tabIndex=t===e?0:-1},Xl=new WeakSet,Zl=function(e,t){let n=[...this.checkedItems];e.type===`radio`&&this.radioGroupItems.forEach(e=>e.checked=!1),e.checked=!t||!e.checked,this.checkedItems.some((e,t)=>e!=n[t])&&this.dispatchEvent(new Event(`change`,{bubbles:!0,composed:!0}))},nu.shadowRootOptions={mode:`open`},nu.getTemplateHTML=eu;function ru(e){return[`menuitem`,`menuitemradio`,`menuitemcheckbox`].includes(e?.role)}function iu(e){return(e.getAttribute(`bounds`)?tt(e,`#${e.getAttribute(`bounds`)}`):Qe(e)||e.parentElement)??e}h.customElements.get(`media-chrome-menu`)||h.customElements.define(`media-chrome-menu`,nu);function au(e){return`
    ${nu.getTemplateHTML(e)}
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
  `}var ou=class extends nu{get anchorElement(){return this.anchor===`auto`?Qe(this).querySelector(`media-settings-menu-button`):super.anchorElement}};ou.getTemplateHTML=au,h.customElements.get(`media-settings-menu`)||h.customElements.define(`media-settings-menu`,ou);var su=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},$=(e,t,n)=>(su(e,t,`read from private field`),n?n.call(e):t.get(e)),cu=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},lu=(e,t,n,r)=>(su(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),uu=(e,t,n)=>(su(e,t,`access private method`),n),du,fu,pu,mu,hu,gu,_u,vu,yu,bu,xu,Su,Cu;function wu(e){return`
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
  `}function Tu(e){return``}var Eu={TYPE:`type`,VALUE:`value`,CHECKED:`checked`,DISABLED:`disabled`},Du=class extends h.HTMLElement{constructor(){if(super(),cu(this,pu),cu(this,hu),cu(this,_u),cu(this,Su),cu(this,du,!1),cu(this,fu,void 0),cu(this,yu,()=>{this.submenuElement.items&&this.setAttribute(`submenusize`,`${this.submenuElement.items.length}`);let e=this.shadowRoot.querySelector(`slot[name="description"]`),t=this.submenuElement.checkedItems?.[0],n=t?.dataset.description??t?.text,r=g.createElement(`span`);r.textContent=n??``,e.replaceChildren(r)}),cu(this,bu,e=>{let{key:t}=e;this.keysUsed.includes(t)?this.handleClick(e):this.removeEventListener(`keyup`,$(this,bu))}),cu(this,xu,e=>{let{metaKey:t,altKey:n,key:r}=e;t||n||!this.keysUsed.includes(r)?this.removeEventListener(`keyup`,$(this,bu)):this.addEventListener(`keyup`,$(this,bu),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);let e=x(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[Eu.TYPE,Eu.DISABLED,Eu.CHECKED,Eu.VALUE]}enable(){this.hasAttribute(`tabindex`)||this.setAttribute(`tabindex`,`-1`),Ou(this)&&!this.hasAttribute(`aria-checked`)&&this.setAttribute(`aria-checked`,`false`),this.addEventListener(`click`,this),this.addEventListener(`keydown`,this)}disable(){this.removeAttribute(`tabindex`),this.removeEventListener(`click`,this),this.removeEventListener(`keydown`,this),this.removeEventListener(`keyup`,this)}handleEvent(e){switch(e.type){case`slotchange`:uu(this,pu,mu).call(this,e);break;case`click`:this.handleClick(e);break;case`keydown`:$(this,xu).call(this,e);break;case`keyup`:$(this,bu).call(this,e)}}attributeChangedCallback(e,t,n){e===Eu.CHECKED&&Ou(this)&&!$(this,du)?this.setAttribute(`aria-checked`,n==null?`false`:`true`):e===Eu.TYPE&&n!==t?this.role=`menuitem`+n:e===Eu.DISABLED&&n!==t&&(n==null?this.enable():this.disable())}connectedCallback(){this.hasAttribute(Eu.DISABLED)||this.enable(),this.role=`menuitem`+this.type,lu(this,fu,ku(this,this.parentNode)),uu(this,Su,Cu).call(this),this.submenuElement&&uu(this,hu,gu).call(this),this.shadowRoot.addEventListener(`slotchange`,this)}disconnectedCallback(){this.disable(),uu(this,Su,Cu).call(this),lu(this,fu,null),this.shadowRoot.removeEventListener(`slotchange`,this)}get invokeTarget(){return this.getAttribute(`invoketarget`)}set invokeTarget(e){this.setAttribute(`invoketarget`,`${e}`)}get invokeTargetElement(){return this.invokeTarget?rt(this)?.querySelector(`#${this.invokeTarget}`):this.submenuElement}get submenuElement(){return this.shadowRoot.querySelector(`slot[name="submenu"]`).assignedElements({flatten:!0})[0]}get type(){return this.getAttribute(Eu.TYPE)??``}set type(e){this.setAttribute(Eu.TYPE,`${e}`)}get value(){return this.getAttribute(Eu.VALUE)??this.text}set value(e){this.setAttribute(Eu.VALUE,e)}get text(){return(this.textContent??``).trim()}get checked(){if(Ou(this))return this.getAttribute(`aria-checked`)===`true`}set checked(e){Ou(this)&&(lu(this,du,!0),this.setAttribute(`aria-checked`,e?`true`:`false`),e?this.part.add(`checked`):this.part.remove(`checked`))}handleClick(e){Ou(this)||this.invokeTargetElement&&et(this,e.target)&&this.invokeTargetElement.dispatchEvent(new nl({relatedTarget:this}))}get keysUsed(){return[`Enter`,` `]}};du=new WeakMap,fu=new WeakMap,pu=new WeakSet,mu=function(e){let t=e.target;if(!t?.name)for(let e of t.assignedNodes({flatten:!0}))e instanceof Text&&e.textContent.trim()===``&&e.remove();t.name===`submenu`&&(this.submenuElement?uu(this,hu,gu).call(this):uu(this,_u,vu).call(this))},hu=new WeakSet,gu=async function(){this.setAttribute(`aria-haspopup`,`menu`),this.setAttribute(`aria-expanded`,`${!this.submenuElement.hidden}`),this.submenuElement.addEventListener(`change`,$(this,yu)),this.submenuElement.addEventListener(`addmenuitem`,$(this,yu)),this.submenuElement.addEventListener(`removemenuitem`,$(this,yu)),$(this,yu).call(this)},_u=new WeakSet,vu=function(){this.removeAttribute(`aria-haspopup`),this.removeAttribute(`aria-expanded`),this.submenuElement.removeEventListener(`change`,$(this,yu)),this.submenuElement.removeEventListener(`addmenuitem`,$(this,yu)),this.submenuElement.removeEventListener(`removemenuitem`,$(this,yu)),$(this,yu).call(this)},yu=new WeakMap,bu=new WeakMap,xu=new WeakMap,Su=new WeakSet,Cu=function(){let e=$(this,fu)?.radioGroupItems;if(!e)return;let t=e.filter(e=>e.getAttribute(`aria-checked`)===`true`).pop();t||=e[0];for(let t of e)t.setAttribute(`aria-checked`,`false`);t?.setAttribute(`aria-checked`,`true`)},Du.shadowRootOptions={mode:`open`},Du.getTemplateHTML=wu,Du.getSuffixSlotInnerHTML=Tu;function Ou(e){return e.type===`radio`||e.type===`checkbox`}function ku(e,t){if(!e)return null;let{host:n}=e.getRootNode();return!t&&n?ku(e,n):t?.items?t:ku(t,t?.parentNode)}h.customElements.get(`media-chrome-menu-item`)||h.customElements.define(`media-chrome-menu-item`,Du);function Au(e){return`
    ${Du.getTemplateHTML.call(this,e)}
    <style>
      slot:not([name="submenu"]) {
        opacity: var(--media-settings-menu-item-opacity, var(--media-menu-item-opacity));
      }

      :host([aria-expanded="true"]:hover) {
        background: transparent;
      }
    </style>
  `}function ju(e){return`
    <svg aria-hidden="true" viewBox="0 0 20 24">
      <path d="m8.12 17.585-.742-.669 4.2-4.665-4.2-4.666.743-.669 4.803 5.335-4.803 5.334Z"/>
    </svg>
  `}var Mu=class extends Du{};Mu.shadowRootOptions={mode:`open`},Mu.getTemplateHTML=Au,Mu.getSuffixSlotInnerHTML=ju,h.customElements.get(`media-settings-menu-item`)||h.customElements.define(`media-settings-menu-item`,Mu);var Nu=class extends V{connectedCallback(){super.connectedCallback(),this.invokeTargetElement&&this.setAttribute(`aria-haspopup`,`menu`)}get invokeTarget(){return this.getAttribute(`invoketarget`)}set invokeTarget(e){this.setAttribute(`invoketarget`,`${e}`)}get invokeTargetElement(){return this.invokeTarget?rt(this)?.querySelector(`#${this.invokeTarget}`):null}handleClick(){var e;(e=this.invokeTargetElement)==null||e.dispatchEvent(new nl({relatedTarget:this}))}};h.customElements.get(`media-chrome-menu-button`)||h.customElements.define(`media-chrome-menu-button`,Nu);function Pu(){return`
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
  `}function Fu(){return A(`Settings`)}var Iu=class extends Nu{static get observedAttributes(){return[...super.observedAttributes,`target`]}connectedCallback(){super.connectedCallback(),this.setAttribute(`aria-label`,A(`settings`))}get invokeTargetElement(){return this.invokeTarget==null?Qe(this).querySelector(`media-settings-menu`):super.invokeTargetElement}};Iu.getSlotTemplateHTML=Pu,Iu.getTooltipContentHTML=Fu,h.customElements.get(`media-settings-menu-button`)||h.customElements.define(`media-settings-menu-button`,Iu);var Lu=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Ru=(e,t,n)=>(Lu(e,t,`read from private field`),n?n.call(e):t.get(e)),zu=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Bu=(e,t,n,r)=>(Lu(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),Vu=(e,t,n)=>(Lu(e,t,`access private method`),n),Hu,Uu,Wu,Gu,Ku,qu,Ju=class extends nu{constructor(){super(...arguments),zu(this,Wu),zu(this,Ku),zu(this,Hu,[]),zu(this,Uu,{})}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_RENDITION_LIST,y.MEDIA_RENDITION_SELECTED,y.MEDIA_RENDITION_UNAVAILABLE,y.MEDIA_HEIGHT,y.MEDIA_WIDTH]}static formatMenuItemText(e,t){return super.formatMenuItemText(e,t)}static formatRendition(e,{showBitrate:t=!1}={}){let n=`${Math.min(e.width,e.height)}p`;if(t&&e.bitrate){let t=e.bitrate/1e6;return`${n} (${`${t.toFixed(+(t<1))} Mbps`})`}return this.formatMenuItemText(n,e)}static compareRendition(e,t){return t.height===e.height?(t.bitrate??0)-(e.bitrate??0):t.height-e.height}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),t!==n)switch(e){case y.MEDIA_RENDITION_SELECTED:this.value=n??`auto`,Vu(this,Wu,Gu).call(this);break;case y.MEDIA_RENDITION_LIST:Bu(this,Hu,Kn(n)),Vu(this,Wu,Gu).call(this);break;case y.MEDIA_HEIGHT:case y.MEDIA_WIDTH:Vu(this,Wu,Gu).call(this)}}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,Vu(this,Ku,qu))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,Vu(this,Ku,qu))}get anchorElement(){return this.anchor===`auto`?Qe(this).querySelector(`media-rendition-menu-button`):super.anchorElement}get mediaRenditionList(){return Ru(this,Hu)}set mediaRenditionList(e){Bu(this,Hu,e),Vu(this,Wu,Gu).call(this)}get mediaRenditionSelected(){return D(this,y.MEDIA_RENDITION_SELECTED)}set mediaRenditionSelected(e){O(this,y.MEDIA_RENDITION_SELECTED,e)}get mediaHeight(){return C(this,y.MEDIA_HEIGHT)}set mediaHeight(e){w(this,y.MEDIA_HEIGHT,e)}get mediaWidth(){return C(this,y.MEDIA_WIDTH)}set mediaWidth(e){w(this,y.MEDIA_WIDTH,e)}compareRendition(e,t){return this.constructor.compareRendition(e,t)}formatMenuItemText(e,t){return this.constructor.formatMenuItemText(e,t)}formatRendition(e,t){return this.constructor.formatRendition(e,t)}showRenditionBitrate(e){return this.mediaRenditionList.some(t=>t!==e&&t.height===e.height&&t.bitrate!==e.bitrate)}};Hu=new WeakMap,Uu=new WeakMap,Wu=new WeakSet,Gu=function(){let e=!this.mediaRenditionSelected;if(Ru(this,Uu).mediaRenditionList===JSON.stringify(this.mediaRenditionList)&&Ru(this,Uu).mediaHeight===this.mediaHeight&&Ru(this,Uu).mediaWidth===this.mediaWidth&&Ru(this,Uu).isAuto===e)return;Ru(this,Uu).mediaRenditionList=JSON.stringify(this.mediaRenditionList),Ru(this,Uu).mediaHeight=this.mediaHeight,Ru(this,Uu).mediaWidth=this.mediaWidth,Ru(this,Uu).isAuto=e;let t=this.mediaRenditionList.sort(this.compareRendition.bind(this)),n=t.find(e=>e.id===this.mediaRenditionSelected);for(let e of t)e.selected=e===n;this.defaultSlot.textContent=``;for(let n of t){let t=Ql({type:`radio`,text:this.formatRendition(n,{showBitrate:this.showRenditionBitrate(n)}),value:`${n.id}`,checked:n.selected&&!e});t.prepend($l(this,`checked-indicator`)),this.defaultSlot.append(t)}let r=n&&this.showRenditionBitrate(n),i;e&&(n?i=this.formatMenuItemText(`${A(`Auto`)} \u2022 ${this.formatRendition(n,{showBitrate:r})}`,n):this.mediaHeight>0&&this.mediaWidth>0&&(i=this.formatMenuItemText(`${A(`Auto`)} (${Math.min(this.mediaWidth,this.mediaHeight)}p)`))),i||=this.formatMenuItemText(A(`Auto`));let a=Ql({type:`radio`,text:i,value:`auto`,checked:e});a.dataset.description=i,a.prepend($l(this,`checked-indicator`)),this.defaultSlot.append(a)},Ku=new WeakSet,qu=function(){if(this.value==null)return;let e=new h.CustomEvent(_.MEDIA_RENDITION_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},h.customElements.get(`media-rendition-menu`)||h.customElements.define(`media-rendition-menu`,Ju);var Yu=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Xu=(e,t,n)=>(Yu(e,t,`read from private field`),n?n.call(e):t.get(e)),Zu=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Qu=(e,t,n,r)=>(Yu(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),$u=(e,t,n)=>(Yu(e,t,`access private method`),n),ed,td,nd,rd,id,ad,od=class extends nu{constructor(){super(...arguments),Zu(this,nd),Zu(this,id),Zu(this,ed,[]),Zu(this,td,void 0)}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_AUDIO_TRACK_LIST,y.MEDIA_AUDIO_TRACK_ENABLED,y.MEDIA_AUDIO_TRACK_UNAVAILABLE]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_AUDIO_TRACK_ENABLED&&t!==n?this.value=n:e===y.MEDIA_AUDIO_TRACK_LIST&&t!==n&&(Qu(this,ed,Xn(n??``)),$u(this,nd,rd).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,$u(this,id,ad))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,$u(this,id,ad))}get anchorElement(){return this.anchor===`auto`?Qe(this)?.querySelector(`media-audio-track-menu-button`):super.anchorElement}get mediaAudioTrackList(){return Xu(this,ed)}set mediaAudioTrackList(e){Qu(this,ed,e),$u(this,nd,rd).call(this)}get mediaAudioTrackEnabled(){return D(this,y.MEDIA_AUDIO_TRACK_ENABLED)??``}set mediaAudioTrackEnabled(e){O(this,y.MEDIA_AUDIO_TRACK_ENABLED,e)}};ed=new WeakMap,td=new WeakMap,nd=new WeakSet,rd=function(){if(Xu(this,td)===JSON.stringify(this.mediaAudioTrackList))return;Qu(this,td,JSON.stringify(this.mediaAudioTrackList));let e=this.mediaAudioTrackList;this.defaultSlot.textContent=``,e.sort((e,t)=>e.id.localeCompare(t.id,void 0,{numeric:!0}));for(let t of e){let e=Ql({type:`radio`,text:this.formatMenuItemText(t.label,t),value:`${t.id}`,checked:t.enabled});e.prepend($l(this,`checked-indicator`)),this.defaultSlot.append(e)}},id=new WeakSet,ad=function(){if(this.value==null)return;let e=new h.CustomEvent(_.MEDIA_AUDIO_TRACK_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},h.customElements.get(`media-audio-track-menu`)||h.customElements.define(`media-audio-track-menu`,od);var sd=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},cd=(e,t,n)=>(sd(e,t,`read from private field`),n?n.call(e):t.get(e)),ld=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},ud=(e,t,n,r)=>(sd(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),dd=(e,t,n)=>(sd(e,t,`access private method`),n),fd,pd,md,hd,gd,_d=`
  <svg aria-hidden="true" viewBox="0 0 26 24" part="captions-indicator indicator">
    <path d="M22.83 5.68a2.58 2.58 0 0 0-2.3-2.5c-3.62-.24-11.44-.24-15.06 0a2.58 2.58 0 0 0-2.3 2.5c-.23 4.21-.23 8.43 0 12.64a2.58 2.58 0 0 0 2.3 2.5c3.62.24 11.44.24 15.06 0a2.58 2.58 0 0 0 2.3-2.5c.23-4.21.23-8.43 0-12.64Zm-11.39 9.45a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.92 3.92 0 0 1 .92-2.77 3.18 3.18 0 0 1 2.43-1 2.94 2.94 0 0 1 2.13.78c.364.359.62.813.74 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.17 1.61 1.61 0 0 0-1.29.58 2.79 2.79 0 0 0-.5 1.89 3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.48 1.48 0 0 0 1-.37 2.1 2.1 0 0 0 .59-1.14l1.4.44a3.23 3.23 0 0 1-1.07 1.69Zm7.22 0a3.07 3.07 0 0 1-1.91.57 3.06 3.06 0 0 1-2.34-1 3.75 3.75 0 0 1-.92-2.67 3.88 3.88 0 0 1 .93-2.77 3.14 3.14 0 0 1 2.42-1 3 3 0 0 1 2.16.82 2.8 2.8 0 0 1 .73 1.31l-1.43.35a1.49 1.49 0 0 0-1.51-1.21 1.61 1.61 0 0 0-1.29.58A2.79 2.79 0 0 0 15 12a3 3 0 0 0 .49 1.93 1.61 1.61 0 0 0 1.27.58 1.44 1.44 0 0 0 1-.37 2.1 2.1 0 0 0 .6-1.15l1.4.44a3.17 3.17 0 0 1-1.1 1.7Z"/>
  </svg>`;function vd(e){return`
    ${nu.getTemplateHTML(e)}
    <slot name="captions-indicator" hidden>${_d}</slot>
  `}var yd=class extends nu{constructor(){super(...arguments),ld(this,pd),ld(this,hd),ld(this,fd,void 0)}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_SUBTITLES_LIST,y.MEDIA_SUBTITLES_SHOWING]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_SUBTITLES_LIST&&t!==n?dd(this,pd,md).call(this):e===y.MEDIA_SUBTITLES_SHOWING&&t!==n&&(this.value=n||``,dd(this,pd,md).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,dd(this,hd,gd))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,dd(this,hd,gd))}get anchorElement(){return this.anchor===`auto`?Qe(this).querySelector(`media-captions-menu-button`):super.anchorElement}get mediaSubtitlesList(){return bd(this,y.MEDIA_SUBTITLES_LIST)}set mediaSubtitlesList(e){xd(this,y.MEDIA_SUBTITLES_LIST,e)}get mediaSubtitlesShowing(){return bd(this,y.MEDIA_SUBTITLES_SHOWING)}set mediaSubtitlesShowing(e){xd(this,y.MEDIA_SUBTITLES_SHOWING,e)}};fd=new WeakMap,pd=new WeakSet,md=function(){let e=cd(this,fd)!==JSON.stringify(this.mediaSubtitlesList),t=this.value!==this.getAttribute(y.MEDIA_SUBTITLES_SHOWING);if(!e&&!t)return;ud(this,fd,JSON.stringify(this.mediaSubtitlesList)),this.defaultSlot.textContent=``;let n=!this.value,r=Ql({type:`radio`,text:this.formatMenuItemText(A(`Off`)),value:`off`,checked:n});r.prepend($l(this,`checked-indicator`)),this.defaultSlot.append(r);let i=this.mediaSubtitlesList;for(let e of i){let t=Ql({type:`radio`,text:this.formatMenuItemText(e.label,e),value:ar(e),checked:this.value==ar(e)});t.prepend($l(this,`checked-indicator`)),(e.kind??`subs`)===`captions`&&t.append($l(this,`captions-indicator`)),this.defaultSlot.append(t)}},hd=new WeakSet,gd=function(){let e=this.mediaSubtitlesShowing,t=this.getAttribute(y.MEDIA_SUBTITLES_SHOWING),n=this.value!==t;if(e?.length&&n&&this.dispatchEvent(new h.CustomEvent(_.MEDIA_DISABLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0,detail:e})),!this.value||!n)return;let r=new h.CustomEvent(_.MEDIA_SHOW_SUBTITLES_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(r)},yd.getTemplateHTML=vd;var bd=(e,t)=>{let n=e.getAttribute(t);return n?rr(n):[]},xd=(e,t,n)=>{if(!n?.length){e.removeAttribute(t);return}let r=or(n);e.getAttribute(t)!==r&&e.setAttribute(t,r)};h.customElements.get(`media-captions-menu`)||h.customElements.define(`media-captions-menu`,yd);var Sd=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Cd=(e,t,n)=>(Sd(e,t,`read from private field`),n?n.call(e):t.get(e)),wd=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Td,Ed={RATES:`rates`},Dd=[1,1.2,1.5,1.7,2];function Od(e){return Math.round(e*100)/100}function kd(e){return`
    <style>
      :host {
        min-width: 5ch;
        padding: var(--media-button-padding, var(--media-control-padding, 10px 5px));
      }
    </style>
    <slot name="icon">${e.mediaplaybackrate?Od(+e.mediaplaybackrate):1}x</slot>
  `}function Ad(){return A(`Playback rate`)}var jd=class extends V{constructor(){super(),wd(this,Td,new Wn(this,Ed.RATES,{defaultValue:Dd})),this.container=this.shadowRoot.querySelector(`slot[name="icon"]`),this.container.innerHTML=`${Od(this.mediaPlaybackRate??1)}x`}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PLAYBACK_RATE,Ed.RATES]}attributeChangedCallback(e,t,n){if(super.attributeChangedCallback(e,t,n),e===Ed.RATES&&(Cd(this,Td).value=n),e===y.MEDIA_PLAYBACK_RATE){let e=n?+n:NaN,t=Od(Number.isNaN(e)?1:e);this.container.innerHTML=`${t}x`,this.setAttribute(`aria-label`,A(`Playback rate {playbackRate}`,{playbackRate:t}))}}get rates(){return Cd(this,Td)}set rates(e){e?Array.isArray(e)?Cd(this,Td).value=e.join(` `):typeof e==`string`&&(Cd(this,Td).value=e):Cd(this,Td).value=``}get mediaPlaybackRate(){return C(this,y.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){w(this,y.MEDIA_PLAYBACK_RATE,e)}handleClick(){let e=Array.from(Cd(this,Td).values(),e=>+e).sort((e,t)=>e-t),t=e.find(e=>e>this.mediaPlaybackRate)??e[0]??1,n=new h.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(n)}};Td=new WeakMap,jd.getSlotTemplateHTML=kd,jd.getTooltipContentHTML=Ad,h.customElements.get(`media-playback-rate-button`)||h.customElements.define(`media-playback-rate-button`,jd);var Md=(e,t,n)=>{if(!t.has(e))throw TypeError(`Cannot `+n)},Nd=(e,t,n)=>(Md(e,t,`read from private field`),n?n.call(e):t.get(e)),Pd=(e,t,n)=>{if(t.has(e))throw TypeError(`Cannot add the same private member more than once`);t instanceof WeakSet?t.add(e):t.set(e,n)},Fd=(e,t,n)=>(Md(e,t,`access private method`),n),Id,Ld,Rd,zd,Bd,Vd={RATES:`rates`},Hd=class extends nu{constructor(){super(),Pd(this,Ld),Pd(this,zd),Pd(this,Id,new Wn(this,Vd.RATES,{defaultValue:Dd})),Fd(this,Ld,Rd).call(this)}static get observedAttributes(){return[...super.observedAttributes,y.MEDIA_PLAYBACK_RATE,Vd.RATES]}attributeChangedCallback(e,t,n){super.attributeChangedCallback(e,t,n),e===y.MEDIA_PLAYBACK_RATE&&t!=n?(this.value=n,Fd(this,Ld,Rd).call(this)):e===Vd.RATES&&t!=n&&(Nd(this,Id).value=n,Fd(this,Ld,Rd).call(this))}connectedCallback(){super.connectedCallback(),this.addEventListener(`change`,Fd(this,zd,Bd))}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`change`,Fd(this,zd,Bd))}get anchorElement(){return this.anchor===`auto`?Qe(this).querySelector(`media-playback-rate-menu-button`):super.anchorElement}get rates(){return Nd(this,Id)}set rates(e){e?Array.isArray(e)?Nd(this,Id).value=e.join(` `):typeof e==`string`&&(Nd(this,Id).value=e):Nd(this,Id).value=``,Fd(this,Ld,Rd).call(this)}get mediaPlaybackRate(){return C(this,y.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){w(this,y.MEDIA_PLAYBACK_RATE,e)}};Id=new WeakMap,Ld=new WeakSet,Rd=function(){this.defaultSlot.textContent=``;let e=Od(this.mediaPlaybackRate),t=new Set(Array.from(Nd(this,Id)).map(e=>Od(Number(e))));e>0&&!t.has(e)&&t.add(e);let n=Array.from(t).sort((e,t)=>e-t);for(let t of n){let n=Ql({type:`radio`,text:this.formatMenuItemText(`${t}x`,t),value:t.toString(),checked:e===t});n.prepend($l(this,`checked-indicator`)),this.defaultSlot.append(n)}},zd=new WeakSet,Bd=function(){if(!this.value)return;let e=new h.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:this.value});this.dispatchEvent(e)},h.customElements.get(`media-playback-rate-menu`)||h.customElements.define(`media-playback-rate-menu`,Hd);function Ud(e,t){let n=document.createElement(`media-controller`);n.className=`vp`,n.setAttribute(`aria-label`,e.title),n.setAttribute(`defaultstreamtype`,e.live?`live`:`on-demand`),e.duration_s&&n.setAttribute(`defaultduration`,String(e.duration_s));for(let e of[`nohotkeys`,`novolumepref`,`nomutedpref`,`nosubtitleslangpref`])n.setAttribute(e,``);return n.innerHTML=qd()+(t?Jd(e)+Xd(e):``),e.poster&&n.prepend(Kd(e.poster)),n}function Wd(e){e.querySelector(`media-captions-button`)?.setAttribute(`role`,`switch`),Gd(e)}function Gd(e){e.addEventListener(`toggle`,t=>{let n=t.target;n.hidden?e.registerMediaStateReceiver(n):e.unregisterMediaStateReceiver(n)})}function Kd(e){let t=document.createElement(`media-poster-image`);return t.slot=`poster`,t.setAttribute(`src`,e),t}function qd(){return`
    <media-play-button slot="centered-chrome" class="vp-big" notooltip></media-play-button>
    <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
    <div slot="centered-chrome" class="vp-message" role="alert" hidden>
      <p></p><button type="button">Try again</button>
    </div>`}function Jd({look:e}){return`
    <media-settings-menu hidden anchor="auto">
      ${Yd(`Quality`,`media-rendition-menu`)}
      ${Yd(`Speed`,`media-playback-rate-menu`,`rates="${l(e).join(` `)}"`)}
      ${Yd(`Audio`,`media-audio-track-menu`)}
      ${Yd(`Captions`,`media-captions-menu`)}
    </media-settings-menu>`}function Yd(e,t,n=``){return`
    <media-settings-menu-item class="vp-item-${e.toLowerCase()}">${e}
      <${t} slot="submenu" hidden ${n}><div slot="title">${e}</div></${t}>
    </media-settings-menu-item>`}function Xd(e){return`
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
    </media-control-bar>`}var Zd=`vitascope.stream.`,Qd=.9,$d=2**31-1,ef=`The video cannot be loaded right now.`,tf=class extends Error{},nf=class{address;#e;constructor(e){this.address=e}async open(){let e=sf(this.address),t=e&&await this.#t(e)||await af(this.address);cf(this.address,t.playlist_token),this.#n(t);let n=new URL(`playlist`,new URL(this.address,location.href));return n.searchParams.set(`token`,t.playlist_token),n.href}close(){clearTimeout(this.#e)}async#t(e){let t=new URLSearchParams({renew:e});try{return await af(`${this.address}?${t}`)}catch(e){if(e instanceof tf)return null;throw e}}#n({playlist_token:e,expires_in:t}){clearTimeout(this.#e);let n=Math.min(t*1e3*Qd,$d);this.#e=setTimeout(()=>{this.#t(e).then(e=>e&&this.#n(e)).catch(()=>void 0)},n)}};function rf(e,t){if(!e.gate||!t.gate||e.gate===t.gate)return e;let[n,r]=[e.gate,t.gate].map(e=>e.slice(0,e.lastIndexOf(`/`)+1));return JSON.parse(JSON.stringify(e).replaceAll(n,r))}async function af(e){let t=await fetch(e,{cache:`no-store`}).catch(()=>null);if(t?.ok)return await t.json();let n=await t?.json().catch(()=>null);throw t&&t.status<500&&n?.error?new tf(of(n.error)):Error(ef)}function of(e){return/[.!?]$/.test(e)?e:`${e}.`}function sf(e){try{return sessionStorage.getItem(Zd+e)}catch{return null}}function cf(e,t){try{sessionStorage.setItem(Zd+e,t)}catch{}}var lf=5,uf=10,df=.05,ff={" ":vf,k:vf,ArrowLeft:e=>yf(e,-5),ArrowRight:e=>yf(e,lf),j:e=>yf(e,-10),l:e=>yf(e,uf),ArrowUp:e=>bf(e,df),ArrowDown:e=>bf(e,-.05),m:({video:e})=>void(e.muted=!e.muted),f:Sf,c:Cf,"<":e=>xf(e,-1),">":e=>xf(e,1)};for(let e=0;e<=9;e++)ff[String(e)]=({video:t})=>void(t.currentTime=(t.duration||0)*e/10);var pf={" ":`play`,k:`play`,ArrowUp:`volume`,ArrowDown:`volume`,m:`volume`,f:`fullscreen`,c:`subtitles`,"<":`speed`,">":`speed`},mf=new Set([`ArrowUp`,`ArrowDown`]);function hf(e,t){let n=t=>{let n=t,i=n.key.length===1?n.key.toLowerCase():n.key,a=ff[i];if(!a||!gf(n,e.root))return;let o=pf[i];(!o||r(e.config.look,o))&&(n.preventDefault(),a(e))};return t.addEventListener(`keydown`,n),()=>t.removeEventListener(`keydown`,n)}function gf(e,t){if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey)return!1;let n=e.composedPath()[0];return e.composedPath().includes(t)?!_f(e):mf.has(e.key)?!1:n===document.body||!n.closest(`input, textarea, select, button, a, summary`)}function _f(e){let t=e.key===` `?`Space`:e.key;return e.composedPath().some(n=>n instanceof HTMLElement?(n.getAttribute(`keysused`)?.split(` `)??n.keysUsed)?.some(n=>n===t||n===e.key)??!1:!1)}function vf({video:e}){e.paused?e.play().catch(()=>void 0):e.pause()}function yf({video:e},t){let n=Number.isFinite(e.duration)?e.duration:1/0;e.currentTime=Math.min(Math.max(e.currentTime+t,0),n)}function bf({video:e},t){e.volume=Math.min(Math.max(e.volume+t,0),1),e.muted=!1}function xf({video:e,config:t},n){let r=l(t.look),i=(n>0?r:[...r].reverse()).find(t=>(t-e.playbackRate)*n>0);i&&(e.playbackRate=i)}function Sf({root:e}){let t=`media${document.fullscreenElement===e?`exit`:`enter`}fullscreenrequest`;e.dispatchEvent(new CustomEvent(t,{bubbles:!0,composed:!0}))}function Cf({video:t}){if(s(t))return a(t,null);let n=i(t),r=n.find(t=>t.language===e().captions)??n[0];r&&a(t,r.language)}var wf=d({Player:()=>Df});Ee(HTMLVideoElement);var Tf=`application/vnd.apple.mpegurl`,Ef=`The video cannot be loaded right now.`,Df=class{video;config;options;tuning;root;#e=null;#t=null;#n=null;#r=!1;#i;constructor(e,r,i,a,o=`page`,s={}){this.video=r,this.config=i,this.options=a,this.tuning=s,this.root=Ud(i,a.controls),this.#o(),this.root.append(r),e.replaceWith(this.root),Wd(this.root),i.look&&t(this.root,i.look,i.viewer),n(r,i,a.rate,a.captions),this.update(i),this.#i=hf(this,o===`page`?document:this.root),this.#a.querySelector(`button`)?.addEventListener(`click`,()=>void this.retry()),this.#s(),a.autoplay&&this.play()}load(){return this.#n??=this.#l()}async prepare(){this.config.gate?await c(()=>import(`./hls.js`),[],import.meta.url).catch(()=>void 0):await this.load()}async play(){await this.load(),await this.video.play().catch(()=>void 0)}async retry(){this.#a.hidden=!0,this.#e?.destroy(),this.#e=null,this.#n=null,await this.play()}async replace(e){let t=!this.video.paused;this.config=e,this.#a.hidden=!0,this.#e?.destroy(),this.#e=null,this.#n=null,await(t?this.play():this.load())}update(e){let t=this.config=rf(e,this.config),n=new Set([...this.video.querySelectorAll(`track`)].map(e=>e.src)),r=(e,t,r={})=>{let i=Object.assign(document.createElement(`track`),{kind:e,src:t,...r});n.has(i.src)||(this.video.append(i),e!==`captions`&&(i.track.mode=`hidden`))};for(let e of Of(t.captions))r(`captions`,e.src,e);t.chapters&&r(`chapters`,t.chapters),t.storyboard&&r(`metadata`,t.storyboard,{label:`thumbnails`});let i=o(t,this.options.captions);i&&a(this.video,i)}async reload(){await this.#e?.reload()}dispose(){this.#i(),this.#t?.close(),this.#e?.destroy(),this.root.remove()}get qualities(){return this.video.videoRenditions.length}get bandwidth_bps(){return this.#e?.bandwidth_bps??null}get#a(){return this.root.querySelector(`.vp-message`)}#o(){let{video:e,options:t,config:n}=this;e.slot=`media`,e.controls=!1,e.playsInline=!0,e.crossOrigin=`anonymous`,e.preload=`none`,e.loop=t.loop,e.muted=t.muted,n.poster&&(e.poster=``);let{stopAt_s:r}=t;if(r===null)return;let i=()=>{e.currentTime<r||(e.removeEventListener(`timeupdate`,i),e.pause())};e.addEventListener(`timeupdate`,i)}#s(){let{video:e}=this;e.addEventListener(`play`,()=>{this.#r=!0,this.load()}),e.addEventListener(`pause`,()=>{!e.error&&!e.ended&&(this.#r=!1)})}#c(){this.#r&&!this.video.ended&&this.video.play().catch(()=>void 0)}async#l(){let{video:e,config:t,options:n}=this,r=`MediaSource`in window||`ManagedMediaSource`in window;try{let i=await this.#u();if(t.isFile||!r&&e.canPlayType(Tf))return this.#r||=!e.paused,e.src=n.startAt_s?`${i}#t=${n.startAt_s}`:i,this.#c();let{Engine:a}=await c(async()=>{let{Engine:e}=await import(`./hls.js`);return{Engine:e}},[],import.meta.url);this.#r||=!e.paused,this.#e=await a.attach(e,{source:i,reopen:t.gate?()=>this.#u():null,startAt_s:n.startAt_s,quality:t.look?.default_quality??`auto`,live:t.live??!1,hasCaptions:t.captions.length>0,tuning:this.tuning,onAttached:()=>this.#c(),onFatal:e=>this.#d(e)})}catch(e){this.#d(e)}}async#u(){let{hls:e,gate:t}=this.config;return t?(this.#t?.address!==t&&(this.#t?.close(),this.#t=new nf(t)),this.#t.open()):e}#d(e){this.#a.hidden=!1;let t=e instanceof tf?e.message:Ef;this.#a.querySelector(`p`).textContent=t,this.video.dispatchEvent(new CustomEvent(`playerfailed`))}};function Of(t){let n=[e().captions,...navigator.languages],r=({srclang:e})=>{let t=n.findIndex(t=>t?.split(`-`)[0]===e.split(`-`)[0]);return t<0?n.length:t};return[...t].sort((e,t)=>r(e)-r(t))}export{wf as n,Df as t};