namespace ContactGroup.Movements.Domain;

/// <summary>Whom to call about it.</summary>
internal sealed record Contact(string? Name, string? Phone, string? CallSign = null);
