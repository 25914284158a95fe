using Testing;

[assembly: AssemblyFixture(typeof(AzuriteServer))]
