using System.Text.Json.Nodes;

namespace ContactGroup.Standalone.Demo;

/// <summary>What the people of the exercise have written before a newcomer looks in. Dates are fixed: writing the same thing again must be the same thing.</summary>
internal static class ExercisePosts
{
    public static IReadOnlyList<ExercisePost> All { get; } =
    [
        Message("welcome", "ines", Exercise.Plenary, "EXERCISE. Welcome to the contact group. Write to your own side by default; choose both sides when you mean it.", released: true, "all"),
        Message("terms", "ines", Exercise.Notices, "EXERCISE. The coordination office answers on channel 4 every day from 06:00 to 20:00.", released: false, "all"),
        Message("convoy", "amal", Exercise.Plenary, "EXERCISE. Our convoy of Thursday goes a day later; two trucks wait for tyres.", released: false),
        Message("fuel", "jonas", Exercise.NgoRoom, "EXERCISE. Who has diesel in Tamarind? We can pay back by Sunday.", released: false),
        Message("clinic", "leila", Exercise.NgoRoom, "EXERCISE. We have 400 litres and can lend half.", released: false),
        Message("volunteers", "samir", Exercise.HumanitarianRoom, "EXERCISE. Volunteers in Saltmarsh ask not to be visited by marked vehicles this week.", released: false),
        Message("road-closed", "okan", Exercise.Plenary, "EXERCISE. Route 7 between Tamarind and Kestrel Bridge is closed on 27 February from 04:00 to 12:00 for mine action.", released: true, "all"),
        Message("northern-contact", "okan", Exercise.NorthernDesk, "EXERCISE. The duty officer changes on Monday; the call sign stays.", released: false, "all"),
        Message("southern-contact", "rafiq", Exercise.SouthernDesk, "EXERCISE. We confirm the list of crossing points of last week.", released: false, "all"),

        Report("checkpoint", "jonas", released: false, ["own-side"], new JsonObject
        {
            ["category"] = "CHECKPOINT_INCIDENT",
            ["severity"] = "1",
            ["occurredAt"] = "2026-02-24T09:10:00Z",
            ["admin1"] = "Lowland",
            ["admin2"] = "Saltmarsh",
            ["place"] = "Crossing at the salt works",
            ["position"] = At(1.41, 2.18),
            ["affectsMovement"] = true,
            ["adviceToOthers"] = "DELAY_MOVEMENT",
            ["summary"] = "EXERCISE. A convoy was held for three hours at the crossing of the salt works.",
            ["narrativeRestricted"] = "EXERCISE. Guards asked for the list of passengers; the team leader declined and waited.",
            ["actorType"] = "UNKNOWN",
            ["deliveryImpact"] = "DELAY",
            ["sourceType"] = "OWN_STAFF",
        }),
        Report("mine", "maya", released: true, ["all"], new JsonObject
        {
            ["category"] = "MINE_ERW",
            ["nearMiss"] = true,
            ["severity"] = "2",
            ["occurredAt"] = "2026-02-22T13:00:00Z",
            ["admin1"] = "Highland",
            ["admin2"] = "Kestrel",
            ["place"] = "Track east of Kestrel Bridge",
            ["position"] = At(1.93, 2.47),
            ["affectsMovement"] = true,
            ["hazardOngoing"] = true,
            ["adviceToOthers"] = "AVOID_AREA",
            ["summary"] = "EXERCISE. An object that looks like a mine lies beside the track east of Kestrel Bridge. Nobody was hurt.",
            ["narrativeRestricted"] = "EXERCISE. A herder led our driver around it.",
            ["sourceType"] = "COMMUNITY",
        }),
        Report("shelling", "samir", released: true, ["own-side", "audience:military:northern-force"], new JsonObject
        {
            ["category"] = "SHELLING_INDIRECT_FIRE",
            ["severity"] = "3",
            ["occurredAt"] = "2026-02-25T21:35:00Z",
            ["admin1"] = "Highland",
            ["admin2"] = "Tamarind",
            ["place"] = "Health post of Tamarind",
            ["position"] = At(1.78, 2.31),
            ["affectsMovement"] = true,
            ["hazardOngoing"] = false,
            ["adviceToOthers"] = "MONITOR",
            ["targetType"] = "HEALTH",
            ["wasTargeted"] = "UNKNOWN",
            ["impact"] = new JsonObject { ["injured"] = 2 },
            ["summary"] = "EXERCISE. Two shells fell within 200 metres of the health post of Tamarind; it treats patients again.",
            ["narrativeRestricted"] = "EXERCISE. The guard saw flashes from the ridge; two patients were hurt by glass.",
            ["sourceType"] = "OWN_STAFF",
            ["sourceReliability"] = "B",
            ["credibility"] = "2",
        }),
        Report("threat", "leila", released: false, ["own-organisation"], new JsonObject
        {
            ["category"] = "THREAT_INTIMIDATION",
            ["severity"] = "2",
            ["occurredAt"] = "2026-02-23",
            ["admin1"] = "Lowland",
            ["admin2"] = "Saltmarsh",
            ["summary"] = "EXERCISE. A staff member was told by telephone to stop working.",
            ["narrativeRestricted"] = "EXERCISE. The caller knew her street.",
        }),
        Report("ambush", "amal", released: false, ["own-side", "audience:military:northern-force"], new JsonObject
        {
            ["category"] = "AMBUSH_ROAD_ATTACK",
            ["severity"] = "3",
            ["occurredAt"] = "2026-02-26T07:40:00Z",
            ["admin1"] = "Highland",
            ["admin2"] = "Kestrel",
            ["place"] = "Route 7, bend before the quarry",
            ["position"] = At(1.88, 2.42),
            ["affectsMovement"] = true,
            ["hazardOngoing"] = true,
            ["adviceToOthers"] = "AVOID_AREA",
            ["targetType"] = "VEHICLE_CONVOY",
            ["impact"] = new JsonObject { ["injured"] = 2, ["injuredNational"] = 2 },
            ["actorType"] = "CRIMINAL",
            ["actorName"] = "EXERCISE. The men of the quarry",
            ["summary"] = "EXERCISE. Shots were fired at a humanitarian vehicle on Route 7 before the quarry. Two staff are hurt. Avoid the road.",
            ["narrativeRestricted"] = "EXERCISE. The driver recognised one of the men and turned around under fire; both hurt colleagues are in the health post of Tamarind.",
            ["sourceType"] = "OWN_STAFF",
            ["sourceReliability"] = "A",
            ["credibility"] = "1",
        }),

        // Meridian has no code of its own; its nearest neighbour lends one.
        Site("health-post", "samir", new JsonObject
        {
            ["siteType"] = "CLINIC_PHC",
            ["name"] = "EXERCISE. Health post of Tamarind",
            ["country"] = "STP",
            ["admin1"] = "Highland",
            ["admin2"] = "Tamarind",
            ["position"] = At(1.781234, 2.312345),
            ["coordinateMethod"] = "GPS_ON_SITE",
            ["accuracy"] = 6,
            ["footprint"] = new JsonArray(At(1.780934, 2.312045), At(1.780934, 2.312745), At(1.781534, 2.312745), At(1.781534, 2.312045)),
            ["buildings"] = 2,
            ["roofMarking"] = "Red crescent on white",
            ["callContact"] = new JsonObject { ["name"] = "Duty nurse", ["phone"] = "+999 11 555 0141" },
            ["function"] = "EXERCISE. First aid and births.",
            ["relation"] = "OPERATES",
            ["staff"] = 7,
            ["recipients"] = new JsonArray(new JsonObject { ["audience"] = "military:northern-force", ["consent"] = true }),
        }),
    ];

    private static ExercisePost Site(string name, string author, JsonObject body) => new(name, author, Exercise.Movements, "movements", "sites", body, Released: false);

    private static JsonObject At(double lat, double lon) => new() { ["lat"] = lat, ["lon"] = lon };

    private static ExercisePost Message(string name, string author, string channel, string text, bool released, params string[] releaseTo)
    {
        var body = new JsonObject { ["text"] = text };
        if (releaseTo.Length > 0)
        {
            body["releaseTo"] = new JsonArray([.. releaseTo.Select(atom => JsonValue.Create(atom))]);
        }

        return new ExercisePost(name, author, channel, "channels", "messages", body, released);
    }

    private static ExercisePost Report(string name, string author, bool released, string[] releaseTo, JsonObject body)
    {
        body["releaseTo"] = new JsonArray([.. releaseTo.Select(atom => JsonValue.Create(atom))]);
        return new ExercisePost(name, author, Exercise.Plenary, "incidents", "reports", body, released);
    }
}

/// <summary>Something a person of the exercise posts.</summary>
/// <param name="Name">Its name in the exercise; makes the idempotency key.</param>
/// <param name="Author">Account of its author.</param>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Service">The service that takes it.</param>
/// <param name="Collection">Where the service takes it.</param>
/// <param name="Body">What is posted.</param>
/// <param name="Released">Whether the coordinator has released it already.</param>
internal sealed record ExercisePost(string Name, string Author, string Channel, string Service, string Collection, JsonObject Body, bool Released);
