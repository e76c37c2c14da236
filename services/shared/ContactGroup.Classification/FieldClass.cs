namespace ContactGroup.Classification;

/// <summary>What a field discloses. Every field of every kind of item declares one.</summary>
public enum FieldClass : byte { Category, Status, Severity, Area, Location, Time, Organisation, Person, Staff, Beneficiary, Asset, Contact, Narrative, Summary, Message, ArmedActor, Source, Negotiation, Operation, Attachment, Provenance }
