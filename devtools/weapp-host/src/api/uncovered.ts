/**
 * wx functions that exist in WeChat and are not covered here. They are listed by name, besides the Proxy around `wx`, because Taro
 * copies only the names it finds: listed ones fail with a clear sentence through Taro as well.
 */
export const UNCOVERED_APIS: readonly string[] = [
  'addCard', 'addFileToFavorites', 'addPhoneCalendar', 'addPhoneContact', 'chooseAddress', 'chooseContact', 'chooseInvoice', 'chooseInvoiceTitle',
  'chooseLicensePlate', 'chooseMessageFile', 'choosePoi', 'chooseVideo', 'closeBluetoothAdapter', 'closeSocket', 'compressVideo',
  'connectSocket', 'createBLEConnection', 'createCameraContext', 'createCanvasContext', 'createEditorContext', 'createInterstitialAd',
  'createLivePlayerContext', 'createMapContext', 'createMediaQueryObserver', 'createRewardedVideoAd', 'createVideoContext', 'createWebAudioContext', 'createWorker',
  'downloadFile', 'editImage', 'faceDetect', 'getBackgroundAudioManager', 'getBackgroundFetchData', 'getBluetoothAdapterState', 'getChannelsLiveInfo',
  'getConnectedWifi', 'getExtConfig', 'getLocalIPAddress', 'getShareInfo', 'getUserProfile', 'getWeRunData', 'getWifiList',
  'navigateBackMiniProgram', 'navigateToMiniProgram', 'offLocationChange', 'onAccelerometerChange', 'onBluetoothDeviceFound', 'onCompassChange',
  'onDeviceMotionChange', 'onGyroscopeChange', 'onLocationChange', 'onSocketClose', 'onSocketError', 'onSocketMessage', 'onSocketOpen',
  'openBluetoothAdapter', 'openCard', 'openChannelsActivity', 'openChannelsLive', 'openCustomerServiceChat', 'openDocument', 'openEmbeddedMiniProgram',
  'openVideoEditor', 'request', 'requestMerchantTransfer', 'requestOrderPayment', 'saveFile', 'saveFileToDisk', 'saveVideoToPhotosAlbum',
  'sendSocketMessage', 'setWindowSize', 'shareVideoMessage', 'showShareImageMenu', 'startAccelerometer', 'startBeaconDiscovery',
  'startBluetoothDevicesDiscovery', 'startCompass', 'startFacialRecognitionVerify', 'startLocalServiceDiscovery', 'startLocationUpdate',
  'startLocationUpdateBackground', 'startSoterAuthentication', 'startWifi', 'stopLocationUpdate', 'uploadFile',
];

/** Shape of a name that can only be meant as a function of WeChat. */
export const LOOKS_LIKE_API =
  /^(add|authorize|cancel|check|choose|clear|close|compress|connect|create|download|edit|exit|get|hide|join|load|login|make|navigate|notify|off|on|open|pause|play|preview|read|record|remove|report|request|restart|save|scan|seek|send|set|share|show|start|stop|subscribe|switch|unsubscribe|update|upload|vibrate|write)[A-Z]/;
