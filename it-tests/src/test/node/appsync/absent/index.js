// Nothing: the simulator uses the packages replaced by this for OpenSearch alone.
module.exports = {};
