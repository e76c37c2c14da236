namespace ContactGroup.Client;

/// <summary>How long before its window a movement should be notified; a later one needs a reason and is sent all the same.</summary>
/// <param name="Standard">Hours, by road, rail, river or on foot.</param>
/// <param name="AirAndSea">Hours, by air or sea.</param>
/// <param name="Emergency">Hours, in an emergency, whatever the mode.</param>
public sealed record LeadHours(int Standard, int AirAndSea, int Emergency);

/// <summary>The lead times that one party asks for.</summary>
/// <param name="Audience">The party, such as <c>military:northern-force</c>.</param>
/// <param name="Hours">Its hours.</param>
public sealed record PartyLeadHours(string Audience, LeadHours Hours);

/// <summary>The lead times of a channel.</summary>
/// <param name="Deployment">Of every party that has none of its own.</param>
/// <param name="Parties">Of those in the channel that ask for others.</param>
public sealed record LeadTimeList(LeadHours Deployment, IReadOnlyList<PartyLeadHours> Parties);
