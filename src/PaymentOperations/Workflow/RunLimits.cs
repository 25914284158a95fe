namespace PaymentOperations.Workflow;

/// <summary>Who runs a step, and how long it may wait before and while it sends.</summary>
/// <param name="By">For the audit trail.</param>
/// <param name="PostDeadline">How long the request may take.</param>
/// <param name="SendBefore">Nothing is begun after this moment; null for no such limit.</param>
internal sealed record RunLimits(string By, TimeSpan PostDeadline, DateTimeOffset? SendBefore);
