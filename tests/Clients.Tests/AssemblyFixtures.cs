using Clients.Tests.Support;

[assembly: AssemblyFixture(typeof(ServedGateway))]
