namespace ContactGroup.Release.Tests.Exports.Outside;

/// <summary>A fault is planted in a real export, to see that the parser that reads it finds it: a parser that takes everything would judge nothing.</summary>
[Trait("read", "outside")]
public sealed class PlantedFaultTests(GivenExports exports) : IClassFixture<GivenExports>
{
    [Theory]
    [InlineData("DTSTART:20260305T060000Z", "DTSTART:20261345T060000Z", "no such time")]
    [InlineData("DTSTART:20260305T060000Z", "DTSTART:5 March", "invalid date-time value")]
    [InlineData("UID:", "X-UID:", "uid is demanded once")]
    [InlineData("DTSTAMP:", "LAST-SEEN:", "dtstamp is demanded once")]
    [InlineData("END:VEVENT\r\n", "", "invalid ical body")]
    [InlineData("\r\n ", "\r\n", "invalid line")]
    [InlineData("VERSION:2.0", "VERSION:1.0", "VERSION and PRODID")]
    public async Task In_a_calendar_it_is_found(string there, string instead, string fault) =>
        Assert.Contains(fault, await FaultAsync("ics", there, instead), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData(Hard.Ring, "[[39.2,35],[39.2,35.1],[39,35.1],[39,35],[39.3,35]]", "First and last positions")]
    [InlineData(Hard.Ring, "[[39.2,35],[39,35],[39,35.1],[39.2,35.1],[39.2,35]]", "right-hand rule")]
    [InlineData(Hard.Ring, "[[39.2,35],[39.2,35]]", "four or more positions")]
    [InlineData(Hard.Ring, "[39.2,35]", "find a position")]
    [InlineData("\"type\":\"Feature\",", "\"type\":\"Item\",", "not allowed here")]
    [InlineData("\"properties\":{", "\"properties\":[],\"other\":{", "properties member can be an object")]
    [InlineData("\"features\":[", "\"items\":[", "requires a features member")]
    [InlineData("\"exercise\":true,", "\"exercise\":true", "unexpected")]
    public async Task In_GeoJSON_it_is_found(string there, string instead, string fault) =>
        Assert.Contains(fault, await FaultAsync("geojson", there, instead), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("</Placemark>", "", "Opening and ending tag mismatch")]
    [InlineData("<Polygon>", "<Sphere>", "Sphere")]
    [InlineData("39.2,35 ", "39.2 north, ", "coordinates")]
    [InlineData("<begin>2026-03-02T06:00:00Z</begin>", "<begin>2 March, 6:00</begin>", "not a valid value")]
    [InlineData("http://www.opengis.net/kml/2.2", "http://www.opengis.net/kml/2.1", "No matching global declaration")]
    [InlineData("&amp;amp;", "& ", "xmlParseEntityRef")]
    public async Task In_KML_it_is_found(string there, string instead, string fault) =>
        Assert.Contains(fault, await FaultAsync("kml", there, instead), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("<status>Exercise<", "<status>exercise<", "status")]
    [InlineData("<certainty>Observed<", "<certainty>Surely<", "certainty")]
    [InlineData("<urgency>Immediate</urgency>", "", "urgency")]
    [InlineData("08:00:00-00:00<", "08:00:00Z<", "sent")]
    [InlineData("39.2</polygon>", "39.3 north</polygon>", "polygon")]
    [InlineData("<sender>contactgroup<", "<sender>contact group<", "sender")]
    [InlineData("<scope>Restricted</scope>", "<scope>Restricted</scope><scope>Public</scope>", "scope")]
    [InlineData("&lt;/b&gt;", "</b>", "Opening and ending tag mismatch")]
    [InlineData("emergency:cap:1.2", "emergency:cap:1.1", "no alert")]
    public async Task In_an_alert_it_is_found(string there, string instead, string fault) =>
        Assert.Contains(fault, await FaultAsync("cap", there, instead), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData(" version=\"2.0\"", "", "version")]
    [InlineData("lat=\"35.05\"", "lat=\"95.05\"", "lat")]
    [InlineData("stale=\"2026-03-03T06:00:00Z\"", "stale=\"tomorrow\"", "stale")]
    [InlineData("type=\"u-d-f\"", "type=\"area\"", "type")]
    [InlineData("<point ", "<place ", "place")]
    [InlineData("&amp;", "&", "EntityRef")]
    [InlineData("</events>", "", "Premature end")]
    public async Task In_Cursor_on_Target_it_is_found(string there, string instead, string fault) =>
        Assert.Contains(fault, await FaultAsync("cot", there, instead), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("\"#date+start\"", "\"#when+start\"", "not a hashtag of HXL 1.1: #when")]
    [InlineData("\"#date+start\"", "\"date+start\"", "not a hashtag of HXL 1.1: date")]
    [InlineData("\"#date+start\"", "\"#date+end\"", "each once")]
    [InlineData("\"2026-03-01T08:00:00Z\"", "\"1 March\"", "no date under #date+start")]
    [InlineData("\"2026-03-01T08:00:00Z\"", "\"2026-13-01\"", "no date under #date+start")]
    [InlineData("\"-12.5\"", "\"12.5 S\"", "no number under #geo+lat")]
    [InlineData("\"\"gate\"\"", "\"gate\"", "quote")]
    [InlineData("\"XXA\",", "", "length")]
    public async Task In_a_table_it_is_found(string there, string instead, string fault) =>
        Assert.Contains(fault, await FaultAsync("hxl", there, instead), StringComparison.OrdinalIgnoreCase);

    private async Task<string> FaultAsync(string format, string there, string instead)
    {
        var export = exports.Of(format);
        Assert.Contains(there, export, StringComparison.Ordinal);
        var (_, faults) = await OutsideParser.JudgeAsync(format, export.Replace(there, instead, StringComparison.Ordinal));
        return string.Join('\n', faults);
    }
}
