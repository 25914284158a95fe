namespace Exploration.Model;

/// <summary>A request that reached the gateway, which has not done it yet and may do it any time.</summary>
internal sealed record LateRequest(int Operation, int Attempt);
