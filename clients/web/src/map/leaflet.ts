import './trust.ts';
// The library's module build: what is not named here is left out where it can be.
export {
  Canvas,
  Circle,
  CircleMarker,
  DivIcon,
  LatLngBounds,
  LayerGroup,
  Map as LeafletMap,
  Marker,
  Polygon,
  Polyline,
  Rectangle,
} from 'leaflet/dist/leaflet-src.esm.js';
