namespace ContactGroup.Movements.Tests;

/// <summary>
/// Boundaries that nobody has: a country with a province in it. The province is a square with a hole, and an island that lies in another square of its own. What people
/// send in tests lies in the first square.
/// </summary>
internal static class Areas
{
    public const string File = """
        {"type":"FeatureCollection","attribution":"Made up","features":[
          {"properties":{"kind":"country","name":"Exercise land","pcode":"SY"},"geometry":{"type":"Polygon","coordinates":[[[35,30],[43,30],[43,38],[35,38],[35,30]]]}},
          {"properties":{"kind":"admin1","name":"Plains","pcode":"XX01"},"geometry":{"type":"Polygon","coordinates":[
            [[39,34],[40,34],[40,36],[39,36],[39,34]],
            [[39.2,34.2],[39.3,34.2],[39.3,34.3],[39.2,34.3],[39.2,34.2]]]}},
          {"properties":{"kind":"admin1","pcode":"XX01"},"geometry":{"type":"MultiPolygon","coordinates":[[[[36,31],[37,31],[37,32],[36,32]]]]}},
          {"properties":{"kind":"admin2","name":"Nobody drew it","pcode":"XX0102"},"geometry":{"type":"LineString","coordinates":[[39,34],[40,34]]}},
          {"properties":{"kind":"road","pcode":"XX0103"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}},
          {"properties":{"kind":"admin1","name":"Far east","pcode":"XX09"},"geometry":{"type":"MultiPolygon","coordinates":[
            [[[179,50],[180,50],[180,51],[179,51]]],[[[-180,50],[-179,50],[-179,51],[-180,51]]]]}}
        ]}
        """;
}
