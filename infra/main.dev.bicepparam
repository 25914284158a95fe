using 'main.bicep'

// A test installation: 2C2P's sandbox, no private network, scales to zero.
param name = 'paydev'
param environmentName = 'dev'
param merchants = [
  { id: 'JT01', settings: { Environment: 'sandbox', Envelope: 'Base64', Currency: 'SGD' } }
]
param maximumInstanceCount = 5
param retentionInDays = 30
